import Foundation
import Glibc

/// A started program.
///
/// What it writes goes to files, so that it never waits for a reader. It is
/// killed when the last reference to it goes.
final class ChildProcess: Sendable {
    /// The program and its arguments, for messages.
    let command: String
    let identifier: Int32

    private let folder: TemporaryFolder
    private let end = ProcessEnd()

    /// Starts `program` with exactly the environment given, in `workingFolder`.
    init(
        _ program: String,
        _ arguments: [String],
        environment: [String: String],
        workingFolder: String,
        input: String = ""
    ) throws {
        folder = try TemporaryFolder()
        let name = URL(fileURLWithPath: program).lastPathComponent
        command = ([name] + arguments).joined(separator: " ")
        let start = ProcessStart(
            program: program,
            arguments: arguments,
            environment: environment,
            workingFolder: workingFolder,
            files: (
                try folder.write(input, to: "in"), try folder.write("", to: "out"),
                try folder.write("", to: "err")
            )
        )
        let identifier = try start.run()
        self.identifier = identifier
        Thread.detachNewThread { [end] in end.tell(ProcessStart.end(of: identifier)) }
    }

    deinit {
        send(SIGKILL)
    }

    /// The status it ended with, 128 and the signal for one that a signal ended; nil while it runs.
    var status: Int32? { end.status }

    /// What it has written until now.
    var output: (standard: String, error: String) {
        ((try? folder.text(of: "out")) ?? "", (try? folder.text(of: "err")) ?? "")
    }

    /// Sends `signal`, when it still runs.
    func send(_ signal: Int32) {
        if end.status == nil { kill(identifier, signal) }
    }

    /// Waits until it ends.
    func wait() async -> ToolResult {
        let status = await end.wait()
        return ToolResult(
            status: status,
            standardOutput: output.standard,
            standardError: output.error
        )
    }

    /// Waits until it ends, and kills it when it has not after `seconds`.
    ///
    /// - Throws: ``HarnessError/timedOut(command:seconds:output:)`` when it had to be killed.
    func wait(atMost seconds: Int) async throws -> ToolResult {
        let watch = Task {
            try await Task.sleep(for: .seconds(seconds))
            send(SIGKILL)
            return true
        }
        let result = await wait()
        watch.cancel()
        if (try? await watch.value) == true {
            throw HarnessError.timedOut(command: command, seconds: seconds, output: result.output)
        }
        return result
    }
}
