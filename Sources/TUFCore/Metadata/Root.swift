/// The keys and thresholds of the four top-level roles (TUF 4.3).
public struct Root: MetadataPayload {
    /// TUF 4.3.
    public let version: MetadataVersion
    /// TUF 4.3.
    public let expires: UTCTime
    /// TUF 4.3; the Notary dialect reads it and does not use it.
    public let consistentSnapshot: Bool
    /// Every key of the file by its id, unknown kinds and unused ones too.
    public let keys: [KeyID: Key]
    /// The four top-level roles.
    public let roles: [RoleName: RoleDefinition]

    /// Takes the parts as they are; the dialect has checked them.
    package init(
        version: MetadataVersion,
        expires: UTCTime,
        consistentSnapshot: Bool,
        keys: [KeyID: Key],
        roles: [RoleName: RoleDefinition]
    ) {
        self.version = version
        self.expires = expires
        self.consistentSnapshot = consistentSnapshot
        self.keys = keys
        self.roles = roles
    }

    /// The keys and the threshold of one top-level role.
    ///
    /// - Parameter role: One of ``RoleName/topLevel``.
    /// - Returns: Its keys; for any other role none at all, which no signature satisfies.
    public func roleKeys(of role: RoleName) -> RoleKeys {
        guard let definition = roles[role] else { return .none }
        return RoleKeys(definition, from: keys)
    }

    /// Reads a root in its dialect.
    ///
    /// - Parameters:
    ///   - signed: The value of the member `signed`.
    ///   - dialect: How that value is spelled.
    ///   - role: The role the file is read as.
    /// - Returns: The root, its structure checked.
    /// - Throws: ``MetadataError``.
    public static func decoded(
        from signed: JSONValue,
        in dialect: any MetadataDialect,
        as role: RoleName
    ) throws(MetadataError) -> Root {
        try dialect.root(from: signed)
    }
}
