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
}
