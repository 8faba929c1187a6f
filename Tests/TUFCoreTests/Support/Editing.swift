import RepositorySimulation
import TUFCore

/// What the tests of the editors share.
enum Editing {
    static let expires = UTCTime(seconds: 2_524_608_000)
    static let later = UTCTime(seconds: 2_524_608_000 + 86_400)
    static let both: [any MetadataDialect] = [TUFDialect(), NotaryDialect()]

    /// A key of a kind from the future.
    static let unknownID = String(repeating: "ab", count: 32)
    static let unknownKey: JSON = [
        "keytype": "future", "scheme": "future-1", "keyval": ["public": "x"],
    ]

    /// Two of three keys must sign.
    static func keys(in dialect: any MetadataDialect) throws -> RoleSigners {
        guard dialect is NotaryDialect else { return try .twoOfThree() }
        return RoleSigners(
            try [.ecdsa, .ed25519, .ed25519].map { try SigningKey.generated($0) },
            threshold: 2
        )
    }

    /// A root in which all roles have the same keys.
    static func rootEditor(
        in dialect: any MetadataDialect,
        _ keys: RoleSigners
    ) throws -> RootEditor {
        var editor = RootEditor(in: dialect, expires: expires)
        for role in RoleName.topLevel { try editor.setKeys(keys.keys, of: role) }
        return editor
    }

    /// A file around `signed`, read and verified.
    static func file<Payload>(
        _ signed: JSON,
        as role: RoleName,
        in dialect: any MetadataDialect,
        by keys: RoleSigners
    ) async throws -> Verified<Payload> {
        let bytes = try await MetadataSigner(dialect).file(signed: signed, by: keys.signing)
        return try Unverified<Payload>(parsing: bytes, as: role, in: dialect)
            .verified(by: keys.keys)
    }

    /// Sets the value at a path of member names.
    static func changing(_ path: [String], to value: JSON, in json: JSON) -> JSON {
        guard let name = path.first, case .object(var members) = json else { return value }
        let position = members.firstIndex { $0.name == name }
        let old = position.map { members[$0].value } ?? .object([])
        let new = JSON.Member(
            name: name,
            value: changing(Array(path.dropFirst()), to: value, in: old)
        )
        if let position { members[position] = new } else { members.append(new) }
        return .object(members)
    }
}
