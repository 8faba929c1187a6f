import HTTPService
import Logging

/// Who sent a request, for the lines that the logs have about it.
struct Requester: Sendable {
    /// What ties the lines of one request together.
    let id: RequestID
    /// The name in the request's token; nil without one.
    var subject: String?

    /// What each line says.
    var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = ["request": "\(id)"]
        if let subject { metadata["subject"] = "\(subject)" }
        return metadata
    }
}
