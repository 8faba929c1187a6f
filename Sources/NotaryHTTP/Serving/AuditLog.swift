import Logging
import NotaryService
import TUFCore

/// One line for each thing that changes what a repository serves.
struct AuditLog: Sendable {
    private let logger: Logger

    /// Lines go to `logger` with `audit` set, at level notice.
    init(logger: Logger) {
        var logger = logger
        logger[metadataKey: "audit"] = "true"
        self.logger = logger
    }

    /// An update was stored.
    func published(_ roles: [String], to gun: GUN, by requester: Requester) {
        note("published", gun, requester, ["roles": .array(roles.map { .string($0) })])
    }

    /// A client was given the key that the server signs a role with.
    func gaveKey(_ key: Key, for role: ServerRole, of gun: GUN, to requester: Requester) {
        note("key given", gun, requester, ["role": "\(role.rawValue)", "key": "\(key.id.hex)"])
    }

    /// A client asked for another key for a role.
    func rotatedKey(to key: Key, for role: ServerRole, of gun: GUN, by requester: Requester) {
        note("key rotated", gun, requester, ["role": "\(role.rawValue)", "key": "\(key.id.hex)"])
    }

    /// A repository was removed.
    func deleted(_ gun: GUN, by requester: Requester) {
        note("deleted", gun, requester, [:])
    }

    private func note(
        _ event: String,
        _ gun: GUN,
        _ requester: Requester,
        _ more: Logger.Metadata
    ) {
        var metadata = more
        metadata["gun"] = "\(gun.name)"
        metadata.merge(requester.metadata) { $1 }
        logger.notice("\(event)", metadata: metadata)
    }
}
