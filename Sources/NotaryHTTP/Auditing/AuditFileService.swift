import HTTPService
import Logging
import ServiceLifecycle

/// Opens the audit log anew when the process is told to read its files anew, for its rotation.
struct AuditFileService: Service, Reloadable {
    let file: AuditFile
    let logger: Logger

    /// Waits for the end: lines are written by those who have them.
    func run() async throws {
        try await gracefulShutdown()
    }

    /// See ``AuditFile/reopen(otherwise:)``.
    func reload() {
        file.reopen(otherwise: logger)
    }
}
