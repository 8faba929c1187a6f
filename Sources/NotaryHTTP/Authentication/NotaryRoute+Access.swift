import TUFCore

extension NotaryRoute {
    /// What a token must allow, as the original asks; nil for what is open to all.
    var requiredAccess: RequiredAccess? {
        switch self {
        case .health, .liveness, .readiness, .metrics, .methodNotAllowed, .pageNotFound: nil
        case .base, .notFound, .updateOfImpossibleName, .deletionOfImpossibleName,
            .changefeedOfImpossibleName, .changefeed(nil), .nothingStored(nil),
            .versionOutOfRange(nil, _):
            .catalog
        case .metadataByHash(let gun, _, _), .metadataByVersion(let gun, _, _),
            .current(let gun, _), .changefeed(let gun?), .nothingStored(let gun?),
            .versionOutOfRange(let gun?, _):
            .repository(gun.name, [.pull])
        case .update(let gun), .key(let gun, _): .repository(gun.name, [.push, .pull])
        case .rotateKey(let gun, _), .delete(let gun): .repository(gun.name, [.all])
        }
    }
}
