import Logging
import NotaryService
import TUFCore

/// One thing that a client did to a repository, or was not let do.
struct AuditEntry: Sendable {
    /// What it was about.
    enum Action: String, Sendable {
        case publish
        case key
        case rotation
        case deletion
    }

    /// What came of it.
    enum Outcome: Sendable {
        case done
        case refused(status: Int, reason: String)
    }

    let action: Action
    let outcome: Outcome
    /// What else is known: repository, roles, keys.
    let details: Logger.Metadata

    /// The words for it.
    var message: String {
        switch (outcome, action) {
        case (.refused, _): "\(action.rawValue) refused"
        case (.done, .publish): "published"
        case (.done, .key): "key made"
        case (.done, .rotation): "key rotated"
        case (.done, .deletion): "deleted"
        }
    }

    /// A stored publication: every file of it, those that the server signed among them.
    static func published(_ publication: CheckedPublication) -> AuditEntry {
        let roles = publication.files.map { file in
            Logger.MetadataValue.dictionary([
                "role": "\(file.role.name)",
                "version": .stringConvertible(file.version.number),
                "sha256": "\(file.sha256.hex)",
            ])
        }
        return AuditEntry(
            action: .publish,
            outcome: .done,
            details: ["gun": "\(publication.gun.name)", "roles": .array(roles)]
        )
    }

    /// A key that was made because a client asked for one.
    static func made(_ key: Key, for role: ServerRole, of gun: GUN) -> AuditEntry {
        AuditEntry(action: .key, outcome: .done, details: details(key, role, gun))
    }

    /// A key that the next root is to name.
    static func rotated(to key: Key, for role: ServerRole, of gun: GUN) -> AuditEntry {
        AuditEntry(action: .rotation, outcome: .done, details: details(key, role, gun))
    }

    /// A repository that is gone.
    static func deleted(_ gun: GUN) -> AuditEntry {
        AuditEntry(action: .deletion, outcome: .done, details: ["gun": "\(gun.name)"])
    }

    /// What was refused; nil where nothing would have changed.
    ///
    /// - Parameters:
    ///   - route: what was asked for.
    ///   - roles: the names that a publish gave its parts; no more than twenty are kept.
    ///   - status: the answer's.
    ///   - reason: why.
    /// - Returns: the entry.
    static func refused(
        _ route: NotaryRoute,
        roles: [String],
        status: Int,
        reason: String
    ) -> AuditEntry? {
        guard let (action, details) = subject(of: route) else { return nil }
        var all = details
        if !roles.isEmpty {
            all["roles"] = .array(
                roles.prefix(20).map { .dictionary(["role": "\($0)"]) }
                    + (roles.count > 20 ? ["and \(roles.count - 20) more"] : [])
            )
        }
        return AuditEntry(
            action: action,
            outcome: .refused(status: status, reason: reason),
            details: all
        )
    }

    private static func details(
        _ key: Key,
        _ role: ServerRole,
        _ gun: GUN
    ) -> Logger.Metadata {
        asked(gun, role).merging(["key": "\(key.id.hex)"]) { $1 }
    }

    private static func subject(of route: NotaryRoute) -> (Action, Logger.Metadata)? {
        switch route {
        case .update(let gun): (.publish, ["gun": "\(gun.name)"])
        case .updateOfImpossibleName: (.publish, [:])
        case .key(let gun, let role): (.key, asked(gun, role))
        case .rotateKey(let gun, let role): (.rotation, asked(gun, role))
        case .delete(let gun): (.deletion, ["gun": "\(gun.name)"])
        default: nil
        }
    }

    private static func asked(_ gun: GUN, _ role: ServerRole) -> Logger.Metadata {
        ["gun": "\(gun.name)", "roles": .array([.dictionary(["role": "\(role.rawValue)"])])]
    }
}
