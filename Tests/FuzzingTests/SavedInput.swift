import Foundation
import Fuzzing

/// The inputs that a fuzz target is run with in every test run.
struct SavedInput {
    /// The path below `Tests`.
    let path: String
    let bytes: [UInt8]

    /// What fuzzing found worth keeping, and the vectors of the target's kind.
    static func all(for target: any FuzzTarget.Type) throws -> [SavedInput] {
        let folders = ["Fuzzing/Corpus/\(target.name)"] + (vectors[target.name] ?? [])
        return try folders.flatMap(inputs).filter { $0.bytes.count <= 8192 }
    }

    private static let vectors = [
        "json": ["TUFCoreTests/Vectors/json"],
        "tuf-metadata": ["TUFCoreTests/Vectors/tuf"],
        "notary-metadata": ["TUFCoreTests/Vectors/notary/tampered"],
        "key": ["TUFCoreTests/Vectors/crypto"],
        "certificate": ["TUFCoreTests/Vectors/crypto"],
        "admission-review": ["PolicyEngineTests/Vectors/admission-reviews"],
    ]

    private static func inputs(below folder: String) throws -> [SavedInput] {
        let tests = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().path
        return try FileManager.default.subpathsOfDirectory(atPath: "\(tests)/\(folder)").sorted()
            .compactMap { name in
                let path = "\(tests)/\(folder)/\(name)"
                guard let content = FileManager.default.contents(atPath: path) else { return nil }
                return SavedInput(path: "\(folder)/\(name)", bytes: Array(content))
            }
    }
}
