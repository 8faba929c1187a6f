import HTTPService
import Logging

extension Logger {
    /// A program's logger, once it has written what is to be known of the configuration, which
    /// it does at any level.
    static func program(
        _ label: String,
        level: Level,
        saying warnings: [ConfigurationWarning]
    ) -> Logger {
        let startLogger = JSONLogHandler.logger(label: label, level: min(level, .warning))
        for warning in warnings { startLogger.warning("\(warning)") }
        return JSONLogHandler.logger(label: label, level: level)
    }
}
