import TUFCore

extension NotaryRoute {
    /// The repository that the route is about; nil when it is about none, or all.
    var gun: GUN? {
        switch self {
        case .update(let gun), .metadataByHash(let gun, _, _), .metadataByVersion(let gun, _, _),
            .current(let gun, _), .key(let gun, _), .rotateKey(let gun, _), .delete(let gun):
            gun
        case .changefeed(let gun), .nothingStored(let gun), .versionOutOfRange(let gun, _): gun
        case .base, .health, .liveness, .readiness, .metrics, .updateOfImpossibleName,
            .deletionOfImpossibleName, .changefeedOfImpossibleName, .notFound, .pageNotFound,
            .methodNotAllowed:
            nil
        }
    }
}
