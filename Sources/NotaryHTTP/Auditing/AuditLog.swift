import HTTPService
import Logging
import NotaryService

/// One line for each thing that changes what a repository serves, and for each that was refused.
///
/// Written before the client has its answer.
struct AuditLog: Sendable {
    private let logger: Logger
    private let budget: AuditBudget

    /// Lines go to `logger` with `audit` set, at level notice.
    init(logger: Logger, budget: AuditBudget = AuditBudget()) {
        var logger = logger
        logger[metadataKey: "audit"] = "true"
        // Whatever else is not logged, this is.
        logger.logLevel = min(logger.logLevel, .notice)
        self.logger = logger
        self.budget = budget
    }

    /// Lines go to a file of their own; what it does not take goes to `logger`.
    init(file: AuditFile, otherwise logger: Logger, budget: AuditBudget = AuditBudget()) {
        let own = Logger(label: "audit") { label in
            JSONLogHandler(label: label, level: .notice) { line in
                file.write(line, otherwise: logger)
            }
        }
        self.init(logger: own, budget: budget)
    }

    /// Writes down what was done, or refused within the budget.
    func note(_ entry: AuditEntry, by requester: Requester) {
        var metadata = entry.details
        metadata.merge(requester.auditMetadata) { $1 }
        metadata["action"] = "\(entry.action.rawValue)"
        switch entry.outcome {
        case .done:
            metadata["outcome"] = "done"
        case .refused(let status, let reason):
            guard let leftOut = budget.take() else { return }
            metadata["outcome"] = "refused"
            metadata["status"] = .stringConvertible(status)
            metadata["reason"] = "\(reason)"
            if leftOut > 0 { metadata["left_out_before"] = .stringConvertible(leftOut) }
        }
        logger.notice("\(entry.message)", metadata: metadata)
    }
}
