/// A target that a role vouches for which every delegator above trusts with its name.
///
/// The only thing that proves an image. Only a ``TargetSearch`` makes one.
public struct TrustedTarget: Sendable {
    /// The repository.
    public let gun: GUN
    /// The target's path: for images the tag.
    public let name: String
    /// The role that lists it.
    public let role: RoleName
    /// Its length and hashes.
    public let file: TargetFile
    /// The keys that signed the role's file, not merely those listed for it.
    public let signers: [Key]
    /// When the first file of the proof expires.
    public let expires: UTCTime

    fileprivate init(
        name: String,
        file: TargetFile,
        in role: TrustedTargets,
        of repository: TrustedRepository
    ) {
        gun = repository.gun
        self.name = name
        self.role = role.role
        self.file = file
        signers = role.verified.signers
        expires = min(repository.expires, role.targets.expires)
    }
}

/// Finds targets in what an update has proven (TUF 5.7, and Notary's order of search).
public struct TargetSearch: Sendable {
    /// Where to look.
    public let repository: TrustedRepository

    /// Takes a repository to look in.
    ///
    /// - Parameter repository: What an update has proven.
    public init(in repository: TrustedRepository) {
        self.repository = repository
    }

    /// Looks breadth first from the top, as Notary does: a role nearer the top wins, then one that
    /// is listed earlier.
    ///
    /// - Parameter name: The target's path.
    /// - Returns: The first hit, or nil.
    /// - Throws: ``UpdateError/malformed(role:_:)`` when an entry on the way is malformed.
    public func target(named name: String) throws(UpdateError) -> TrustedTarget? {
        var queue: [RoleName] = [.targets]
        while !queue.isEmpty {
            let role = queue.removeFirst()
            guard let trusted = repository.roles[role] else { continue }
            if let found = try target(named: name, in: role) { return found }
            queue += trusted.targets.delegations.listed.map(\.name)
        }
        return nil
    }

    /// Looks in one role only.
    ///
    /// - Parameters:
    ///   - name: The target's path.
    ///   - role: `targets` or a delegation.
    /// - Returns: The target, or nil where the role is not trusted, not trusted with this name, or
    ///   does not list it.
    /// - Throws: ``UpdateError/malformed(role:_:)`` when the entry is malformed.
    public func target(
        named name: String,
        in role: RoleName
    ) throws(UpdateError) -> TrustedTarget? {
        try repository.roles[role]?.target(at: TargetPath(name), of: repository)
    }

    /// The targets of one role that have a digest.
    ///
    /// - Parameters:
    ///   - digest: Of the whole target.
    ///   - role: `targets` or a delegation.
    /// - Returns: Those the role lists and may speak for, in the order of its file.
    /// - Throws: ``UpdateError/malformed(role:_:)`` when an entry is malformed.
    public func targets(
        with digest: Digest,
        in role: RoleName
    ) throws(UpdateError) -> [TrustedTarget] {
        guard let trusted = repository.roles[role] else { return [] }
        do {
            return try trusted.targets.files(with: digest)
                .filter { trusted.speaks(for: TargetPath($0.0)) }
                .map { TrustedTarget(name: $0.0, file: $0.1, in: trusted, of: repository) }
        } catch {
            throw .malformed(role: role, error)
        }
    }
}

extension TrustedTargets {
    /// What this role says of a target that it may speak for.
    func target(
        at path: TargetPath,
        of repository: TrustedRepository
    ) throws(UpdateError) -> TrustedTarget? {
        guard speaks(for: path) else { return nil }
        do {
            guard let file = try targets.file(named: path.text) else { return nil }
            return TrustedTarget(name: path.text, file: file, in: self, of: repository)
        } catch {
            throw .malformed(role: role, error)
        }
    }
}
