import HTTPService
import Logging

/// Who sent a request, for the lines that the logs have about it.
struct Requester: Sendable {
    /// What ties the lines of one request together.
    let id: RequestID
    /// The name in the request's token; nil without one.
    var subject: String?
    /// Where the request came from; found out for what is audited.
    var peer: Peer?

    /// What each line says.
    var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = ["request": "\(id)"]
        if let subject { metadata["subject"] = "\(subject)" }
        return metadata
    }

    /// What audit lines say.
    var auditMetadata: Logger.Metadata {
        var metadata = metadata
        if let address = peer?.address { metadata["client"] = "\(address)" }
        if let certificate = peer?.certificate { metadata["certificate"] = "\(certificate)" }
        return metadata
    }
}
