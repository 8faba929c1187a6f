import HTTPService
import NotaryService

/// How much the server takes at once, beside what each connection may.
struct ServerLimits: Hashable, Sendable {
    /// Of one publish, and of all at once.
    var uploads = UploadLimits()
    /// Requests that are handled at once.
    var requestsAtOnce = LimitOptions.requestsAtOnce
    /// Keys that may be in the making at once.
    var keyCreationsAtOnce = ServiceSettings().keyCreationsAtOnce
    /// What is kept of metadata that was read, ready to send.
    var metadataCacheBytes = ReadyFiles.defaultCapacity
}
