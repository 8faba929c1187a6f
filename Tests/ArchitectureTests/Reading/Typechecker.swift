import Foundation

/// The Swift compiler, asked about one file that uses the built modules.
struct Typechecker {
    /// What the compiler said; empty when the file compiles without a word.
    let diagnostics: String
    let isAccepted: Bool

    /// Checks the file at `path`, from the package's root, as a user of TUFCore compiles it.
    init(checking path: String) async throws {
        let log = NSTemporaryDirectory() + "countersign-typecheck-" + UUID().uuidString
        try Data().write(to: URL(fileURLWithPath: log))
        defer { try? FileManager.default.removeItem(atPath: log) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = try ["swiftc"] + Self.options + [PackageFolder.path + "/" + path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: log)
        isAccepted = try await Self.status(of: process) == 0
        diagnostics = try String(contentsOfFile: log, encoding: .utf8)
    }

    private static var options: [String] {
        get throws {
            guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
                throw CocoaError(.fileNoSuchFile)
            }
            let modules = program.deletingLastPathComponent().path + "/Modules"
            let maps = ["COpenSSL", "CSodium"]
                .flatMap { library in
                    let map = PackageFolder.path + "/Sources/\(library)/module.modulemap"
                    return ["-Xcc", "-fmodule-map-file=" + map]
                }
            return ["-typecheck", "-swift-version", "6", "-I", modules] + maps
        }
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
