import Foundation
import Glibc

/// Connections that another process keeps open: there are more of them than this one may have.
final class ManyConnections: Sendable {
    /// What they do.
    enum Kind: String {
        /// Nothing.
        case silent
        /// One good request, and nothing more.
        case answered
        /// A header, one byte after the other, for ever.
        case dripping
    }

    private let process: ChildProcess
    /// Those that the server did not close soon.
    let kept: Int

    /// Opens `count` connections to `port`, over TLS where there is an authority.
    init(
        _ count: Int,
        _ kind: Kind,
        to port: Int,
        authority: String? = nil,
        home: TemporaryFolder
    ) async throws {
        let script = Bundle.module.path(forResource: "connections", ofType: "py") ?? ""
        let process = try Tool.python.start(
            [script, "\(port)", "\(count)", kind.rawValue] + (authority.map { [$0] } ?? []),
            home: home
        )
        while Self.number("kept", in: process.output.standard) == nil {
            if let status = process.status {
                throw HarnessError.ended(
                    command: process.command,
                    status: status,
                    output: process.output.error
                )
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        self.process = process
        kept = Self.number("kept", in: process.output.standard) ?? 0
    }

    /// Closes them; tells how many the server had not closed by then.
    func end() async throws -> Int? {
        process.send(SIGTERM)
        return Self.number("left", in: try await process.wait(atMost: 60).standardOutput)
    }

    private static func number(_ word: String, in output: String) -> Int? {
        output.split(separator: "\n").first { $0.hasPrefix(word + " ") }
            .flatMap { Int($0.dropFirst(word.count + 1)) }
    }
}
