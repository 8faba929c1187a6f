import HTTPTypes
import TUFCore

/// What a client has already and need not be sent again (RFC 9110 13.1.2 and 13.1.3).
enum Preconditions: Hashable, Sendable {
    /// The file is sent in any case.
    case none
    /// `If-None-Match: *`: any file will do.
    case hasAny
    /// `If-None-Match` with tags.
    case has(Set<EntityTag>)
    /// `If-Modified-Since`, which counts only where there are no tags.
    case hasNewest(asOf: UTCTime)

    /// Whether what the client has is the file that would be sent.
    enum Verdict: Hashable, Sendable {
        case modified
        case notModified
        /// Not modified, unless another file of the name was stored in the same second.
        case notModifiedIfAlone
    }

    /// What `headers` say; a date that is none is left out, as the specification asks.
    init(_ headers: HTTPFields) {
        if let tags = headers[.ifNoneMatch] {
            self = tags.filter { !" \t".contains($0) } == "*" ? .hasAny : .has(EntityTag.list(tags))
        } else if let time = headers[.ifModifiedSince].flatMap(HTTPDate.time) {
            self = .hasNewest(asOf: time)
        } else {
            self = .none
        }
    }

    /// Holds a file against it.
    func verdict(for file: SentFile) -> Verdict {
        switch self {
        case .none: .modified
        case .hasAny: .notModified
        case .has(let tags): tags.contains(file.tag) ? .notModified : .modified
        case .hasNewest(let time) where time.seconds == file.storedAt.seconds: .notModifiedIfAlone
        case .hasNewest(let time): time < file.storedAt ? .modified : .notModified
        }
    }
}
