import Logging

/// Counts answered requests and writes a line for each.
struct RequestLog: Sendable {
    /// What is told of a request.
    struct Entry: Sendable {
        let method: String
        let path: String
        /// Nil for what is not counted.
        let operation: Operation?
        let status: Int
        let duration: Duration
        let requestBytes: Int
        /// Of the body.
        let responseBytes: Int
        /// What only the log is told.
        var reason: String?
    }

    let metrics: RequestMetrics
    let logger: Logger

    /// Notes one request; who sent it is asked only for a line that is written.
    func note(_ entry: Entry, by requester: () -> Requester) {
        metrics.note(entry)
        let level: Logger.Level = entry.status >= 500 ? .error : .info
        guard level >= logger.logLevel else { return }
        var metadata: Logger.Metadata = [
            "method": "\(entry.method)",
            "path": "\(entry.path)",
            "status": .stringConvertible(entry.status),
            "microseconds": .stringConvertible(Int(entry.duration / .microseconds(1))),
        ]
        metadata.merge(requester().metadata) { $1 }
        if let reason = entry.reason { metadata["reason"] = "\(reason)" }
        logger.log(level: level, "request", metadata: metadata)
    }
}
