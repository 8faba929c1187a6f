import HTTPService
import Logging
import Synchronization

/// Keeps log lines for a test to read.
final class LogRecorder: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    func logger(_ level: Logger.Level = .info) -> Logger {
        Logger(label: "test") { label in
            JSONLogHandler(label: label, level: level) { line in
                self.kept.withLock { $0.append(line) }
            }
        }
    }

    /// Waits until a line holds `text`.
    func wait(for text: String) async throws {
        while !lines.contains(where: { $0.contains(text) }) {
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
