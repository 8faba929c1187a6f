public import Logging

/// Writes each log event as one line of JSON: `time`, `level`, `logger`, `message`, then metadata.
///
/// Whatever a client sends stays inside a JSON string, so nobody can forge a line.
public struct JSONLogHandler: LogHandler {
    /// Events below it are dropped.
    public var logLevel: Logger.Level
    /// Members of every line.
    public var metadata: Logger.Metadata = [:]
    /// Adds members from the task, if any.
    public var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let sink: @Sendable (String) -> Void

    /// A handler that gives each line, with its newline, to `sink`.
    public init(
        label: String,
        level: Logger.Level,
        sink: @escaping @Sendable (String) -> Void = StandardError.write
    ) {
        self.label = label
        self.logLevel = level
        self.sink = sink
    }

    /// A logger that writes to standard error.
    public static func logger(label: String, level: Logger.Level) -> Logger {
        Logger(label: label) { JSONLogHandler(label: $0, level: level) }
    }

    /// One member of the metadata of every line.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes `event` as a line.
    public func log(event: LogEvent) {
        var members = metadata
        if let provided = metadataProvider?.get() {
            members.merge(provided) { _, new in new }
        }
        members.merge(event.metadata ?? [:]) { _, new in new }
        if let error = event.error {
            members["error"] = "\(error)"
        }
        sink(LogLine(event: event, label: label, members: members, time: LogTime.now()).text)
    }
}
