import Foundation
import Glibc

/// A running server: one of ours from the build folder, or a real one of Debian.
///
/// Stopped when the last reference goes. Suites that start servers are `.serialized`, so that no
/// more of them run at once than there are such suites.
final class ServerProcess: Sendable {
    private let process: ChildProcess

    /// The process id, for tests that end it themselves.
    var identifier: Int32 { process.identifier }
    /// What it wrote to its log until now.
    var log: String { process.output.error }
    /// What it wrote to its standard output until now.
    var standardOutput: String { process.output.standard }
    /// Whether it has not ended yet.
    var isRunning: Bool { process.status == nil }

    /// Takes over a started program and waits until `isReady` says so.
    ///
    /// - Throws: ``HarnessError/ended(command:status:output:)`` or
    ///   ``HarnessError/neverReady(command:seconds:output:)``, with all that it wrote.
    init(
        _ process: ChildProcess,
        timeout seconds: Int = 60,
        until isReady: () async throws -> Bool
    ) async throws {
        self.process = process
        let deadline = ContinuousClock.now + .seconds(seconds)
        while try await !isReady() {
            let output = process.output.standard + process.output.error
            if let status = process.status {
                throw HarnessError.ended(command: process.command, status: status, output: output)
            }
            guard ContinuousClock.now < deadline else {
                throw HarnessError.neverReady(
                    command: process.command,
                    seconds: seconds,
                    output: output
                )
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Starts the product `name` and waits for the port that it writes to `portFile`.
    ///
    /// The arguments say `--listen 127.0.0.1:0` and name `portFile`, where the product writes its
    /// port once it listens; `openFiles` limits what it may have open. The file is removed first: a
    /// start before may have left it.
    static func start(
        product name: String,
        _ arguments: [String],
        portFile: String,
        home: TemporaryFolder,
        workingFolder: String? = nil,
        environment: [String: String] = [:],
        openFiles: Int? = nil
    ) async throws -> (server: ServerProcess, port: Int) {
        try? FileManager.default.removeItem(atPath: portFile)
        // A shell lowers the limit of open files and then becomes the product.
        let limited = openFiles.map {
            ["-c", "ulimit -n \($0) && exec \"$0\" \"$@\""]
        }
        let product = try BuildFolder.product(name)
        let process = try ChildProcess(
            limited == nil ? product : "/bin/sh",
            limited.map { $0 + [product] + arguments } ?? arguments,
            environment: .minimal(home: home).merging(environment) { $1 },
            workingFolder: workingFolder ?? home.path
        )
        var port: Int?
        let server = try await ServerProcess(process) {
            port = Self.number(in: portFile)
            return port != nil
        }
        guard let port else {
            throw HarnessError.missingProduct(portFile)
        }
        return (server, port)
    }

    /// Sends it a signal, unless it has ended.
    func send(_ signal: Int32) {
        process.send(signal)
    }

    /// Asks it to stop and waits for its end; kills it when it takes too long.
    @discardableResult
    func stop(timeout seconds: Int = 30) async throws -> ToolResult {
        process.send(SIGTERM)
        return try await process.wait(atMost: seconds)
    }

    /// Ends it as `kill -9` does, and waits until it is gone.
    func killAtOnce() async {
        process.send(SIGKILL)
        _ = await process.wait()
    }

    private static func number(in file: String) -> Int? {
        let bytes = FileManager.default.contents(atPath: file) ?? Data()
        let text = String(decoding: bytes, as: UTF8.self)
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
