import Foundation
import Fuzzing

/// The program that libFuzzer drives: one for all targets.
enum LibFuzzer {
    /// The target that `FUZZ_TARGET` names; the arguments are libFuzzer's own.
    static let target: any FuzzTarget.Type = {
        let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
        guard let target = FuzzTargets.named(name) else {
            fatalError("FUZZ_TARGET must be one of \(FuzzTargets.all.map { $0.name })")
        }
        return target
    }()
}

/// What libFuzzer calls with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try LibFuzzer.target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("promise broken: \(error)")
    }
    return 0
}
