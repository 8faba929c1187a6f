import HTTPTypes

/// How long caches may keep a metadata file.
enum CachePolicy: Hashable, Sendable {
    /// The newest file of a role: five minutes, then ask again.
    case current
    /// A file by hash or version, which never changes: thirty days.
    case consistent

    /// What holds for the file of a route.
    init(_ route: NotaryRoute) {
        if case .current = route { self = .current } else { self = .consistent }
    }

    /// The value of `Cache-Control`.
    var header: String {
        switch self {
        case .current: "public, max-age=300, s-maxage=300, must-revalidate"
        case .consistent: "public, max-age=2592000, s-maxage=2592000"
        }
    }
}
