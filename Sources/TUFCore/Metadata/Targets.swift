/// The targets that one role vouches for, and the roles it delegates to (TUF 4.5).
///
/// Targets are read when they are asked for: a file of 100,000 builds no 100,000 objects.
public struct Targets: MetadataPayload {
    /// TUF 4.5.
    public var version: MetadataVersion { content.version }
    /// TUF 4.5.
    public var expires: UTCTime { content.expires }
    /// The roles it delegates to.
    public var delegations: Delegations { content.delegations }
    /// Shared by copies: a search through delegations makes many.
    private let content: Content

    /// What a file says, with what makes looking things up in it fast.
    private final class Content: Sendable {
        let version: MetadataVersion
        let expires: UTCTime
        let delegations: Delegations
        let targets: MemberIndex?
        let dialect: any MetadataDialect
        let index: DelegationIndex

        init(
            version: MetadataVersion,
            expires: UTCTime,
            delegations: Delegations,
            targets: JSONValue?,
            dialect: any MetadataDialect
        ) {
            self.version = version
            self.expires = expires
            self.delegations = delegations
            self.targets = targets.map(MemberIndex.init)
            self.dialect = dialect
            index = DelegationIndex(delegations)
        }
    }

    /// Takes the parts as the dialect has checked them.
    package init(
        version: MetadataVersion,
        expires: UTCTime,
        delegations: Delegations,
        targets: JSONValue?,
        dialect: any MetadataDialect
    ) {
        content = Content(
            version: version,
            expires: expires,
            delegations: delegations,
            targets: targets,
            dialect: dialect
        )
    }

    /// The roles to ask about a target, in order of priority.
    ///
    /// - Parameter target: The target's path.
    /// - Returns: As ``Delegations/roles(for:)``, without looking at each of many hash bins.
    public func roles(for target: TargetPath) -> [DelegatedRole] {
        content.index.roles(for: target)
    }

    /// How many targets the role vouches for itself.
    public var count: Int { content.targets?.object.count ?? 0 }

    /// The names of all targets, in the order of the file.
    public var names: [String] {
        content.targets?.object.members.map(\.name) ?? []
    }

    /// What this role itself says of a target.
    ///
    /// - Parameter name: The target's path.
    /// - Returns: Its length and hashes, or nil where the role does not list it.
    /// - Throws: ``MetadataError`` when the entry is malformed.
    public func file(named name: String) throws(MetadataError) -> TargetFile? {
        guard let entry = content.targets?[name] else { return nil }
        return try content.dialect.targetFile(from: entry, named: name)
    }

    /// The targets that have this digest, in the order of the file.
    ///
    /// - Parameter digest: Of the whole target.
    /// - Returns: Name and entry of each.
    /// - Throws: ``MetadataError`` when an entry is malformed.
    public func files(with digest: Digest) throws(MetadataError) -> [(String, TargetFile)] {
        guard let targets = content.targets?.object else { return [] }
        var found: [(String, TargetFile)] = []
        for member in targets.members {
            let file = try content.dialect.targetFile(from: member.value, named: member.name)
            if file.hashes[digest.algorithm] == digest { found.append((member.name, file)) }
        }
        return found
    }

    /// Reads a targets file in its dialect.
    ///
    /// - Parameters:
    ///   - signed: The value of the member `signed`.
    ///   - dialect: How that value is spelled.
    ///   - role: The role the file is read as, whose direct children it may delegate to.
    /// - Returns: The targets, their structure checked.
    /// - Throws: ``MetadataError``.
    public static func decoded(
        from signed: JSONValue,
        in dialect: any MetadataDialect,
        as role: RoleName
    ) throws(MetadataError) -> Targets {
        try dialect.targets(from: signed, of: role)
    }
}
