import Foundation

/// One run of a program, to its end.
struct ProgramRun {
    let status: Int32
    /// All it wrote, to either output.
    let output: String

    /// Runs `command`, found in `PATH`, in the package's root.
    init(_ command: [String]) async throws {
        let log = NSTemporaryDirectory() + "countersign-run-" + UUID().uuidString
        try Data().write(to: URL(fileURLWithPath: log))
        defer { try? FileManager.default.removeItem(atPath: log) }
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = URL(fileURLWithPath: PackageFolder.path)
        process.standardOutput = handle
        process.standardError = handle
        status = try await Self.status(of: process)
        output = try String(contentsOfFile: log, encoding: .utf8)
    }

    private static func status(of process: Process) async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}
