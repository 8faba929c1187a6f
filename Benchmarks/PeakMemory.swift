import Foundation
import TUFCore
import Testing

/// How much memory reading a large file takes beside the file itself.
@Suite(.serialized) struct PeakMemory {
    @Test("memory above the input for 100,000 targets")
    func largeFile() throws {
        var table = ResultTable(
            "Peak memory above the input, 100,000 targets (owed: 1.0x the input)",
            columns: ["file", "input MB", "above MB", "above/input", "met"]
        )
        for layout in TUFFiles.Layout.allCases {
            let repository = try TUFFiles(.p256, layout, count: 100_000)
            let root = try Unverified<Root>(parsing: repository["root"], as: .root, in: .tuf)
            let keys = try root.trustedAsPersisted(rules: TUFRootRules(gun: GUN("benchmark")))
                .root.roleKeys(of: .targets)
            let file = repository["targets"]
            let before = try Self.startMeasuring()
            let read = try Unverified<Targets>(parsing: file, as: .targets, in: .tuf)
            let verified = try read.verified(by: keys)
            let above = try Double(Self.kilobytes("VmHWM") - before) / 1e3
            #expect(verified.payload.count == 100_000)
            let megabytes = Double(file.count) / 1e6
            table.add(
                layout.rawValue,
                ResultTable.number(megabytes),
                ResultTable.number(max(0, above)),
                ResultTable.number(max(0, above) / megabytes, digits: 2),
                above <= megabytes ? "yes" : "NO"
            )
        }
        table.show()
    }

    /// Gives back what the allocator holds, lets the peak begin here; kilobytes in use now.
    private static func startMeasuring() throws -> Int {
        // Not in the module of the C library.
        typealias Trim = @convention(c) (Int) -> Int32
        if let trim = unsafe dlsym(nil, "malloc_trim") {
            _ = unsafe unsafeBitCast(trim, to: Trim.self)(0)
        }
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        return try kilobytes("VmRSS")
    }

    private static func kilobytes(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix(name) })
        return try #require(Int(line.filter(\.isNumber)))
    }
}
