/// The names under which the original counts requests.
enum Operation: String, CaseIterable, Sendable {
    case update = "UpdateTUF"
    case current = "GetRole"
    case byHash = "GetRoleByHash"
    case byVersion = "GetRoleByVersion"
    case key = "GetKey"
    case rotateKey = "RotateKey"
    case delete = "DeleteTUF"
    case changefeed = "Changefeed"

    /// The operation of a route; nil for routes that are not counted.
    init?(_ route: NotaryRoute) {
        switch route {
        case .update, .updateOfImpossibleName: self = .update
        case .metadataByHash: self = .byHash
        case .metadataByVersion, .versionOutOfRange: self = .byVersion
        case .current, .nothingStored: self = .current
        case .key: self = .key
        case .rotateKey: self = .rotateKey
        case .delete, .deletionOfImpossibleName: self = .delete
        case .changefeed, .changefeedOfImpossibleName: self = .changefeed
        case .base, .health, .liveness, .readiness, .metrics, .notFound, .pageNotFound,
            .methodNotAllowed:
            return nil
        }
    }
}
