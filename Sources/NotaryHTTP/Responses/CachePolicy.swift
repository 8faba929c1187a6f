import HTTPTypes

/// How long caches may keep a metadata file.
struct CachePolicy: Hashable, Sendable {
    /// Which files it is for.
    enum Kind: Hashable, Sendable {
        /// The newest file of a role: a cache asks again once its time is over.
        case current
        /// A file by hash or version, which never changes.
        case consistent
    }

    let kind: Kind
    /// In seconds; with 0 nothing is kept.
    let maximumAge: Int

    /// Sets the header fields of the original.
    func set(in headers: inout HTTPFields) {
        guard maximumAge > 0 else {
            headers[.cacheControl] = "max-age=0, no-cache, no-store"
            headers[.pragma] = "no-cache"
            return
        }
        let ages = "public, max-age=\(maximumAge), s-maxage=\(maximumAge)"
        headers[.cacheControl] = kind == .current ? ages + ", must-revalidate" : ages
    }
}

extension HTTPField.Name {
    /// What HTTP/1.0 had for `Cache-Control`.
    fileprivate static let pragma = HTTPField.Name("Pragma") ?? .cacheControl
}
