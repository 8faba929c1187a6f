public import TUFCore

/// A Notary repository in memory that signs whatever it is told to, right or wrong.
///
/// Root keys are bare, so that no certificates are needed: read it with ``AnyRootKeyRules``.
public struct SimulatedRepository: Sendable {
    /// The repository's name.
    public let gun: GUN
    /// The state of each top-level role and each delegation.
    public var roles: [RoleName: SimulatedRole]
    /// The root version; raised by ``rotate(_:)``.
    public var rootVersion = 1
    /// Roles that the snapshot leaves out.
    public var unlisted: Set<RoleName> = []
    /// Roots published so far, by version.
    public private(set) var roots: [Int: [UInt8]] = [:]

    /// A repository with one key a role, no targets, expiring in 2050.
    ///
    /// - Parameter name: The repository's name.
    /// - Throws: When the name is no GUN or no key can be made.
    public init(_ name: String = "docker.io/library/nginx") throws {
        gun = try GUN(name)
        roles = [:]
        for role in RoleName.topLevel { roles[role] = SimulatedRole(keys: [try .generated()]) }
    }

    /// Adds a delegation below `targets`, with its own key.
    ///
    /// - Parameters:
    ///   - role: The delegation's full name.
    ///   - keys: The keys it is to have; one new key by default.
    ///   - paths: Prefixes it is trusted with.
    /// - Throws: When no key can be made.
    public mutating func delegate(
        to role: RoleName,
        keys: [SigningKey]? = nil,
        paths: [String] = [""]
    ) throws {
        var simulated = SimulatedRole(keys: try keys ?? [.generated()])
        simulated.paths = paths
        roles[role] = simulated
    }

    /// Lists a target in a role.
    ///
    /// - Parameters:
    ///   - name: The target's path.
    ///   - digest: Its SHA-256.
    ///   - role: The role that lists it.
    public mutating func add(_ name: String, _ digest: Digest, to role: RoleName) {
        roles[role]?.targets.append((name, digest))
    }

    /// Gives a role a new key and publishes the next root, signed by old and new root keys.
    ///
    /// - Parameter role: A top-level role.
    /// - Throws: When something cannot be signed.
    public mutating func rotate(_ role: RoleName) async throws {
        if roots.isEmpty { _ = try await files() }
        let oldRootKeys = roles[.root]?.keys ?? []
        roles[role]?.keys = [try .generated()]
        rootVersion += 1
        roots[rootVersion] = try await root(alsoSignedBy: role == .root ? oldRootKeys : [])
    }

    /// Signs everything as it now stands.
    ///
    /// - Returns: Each file under the name it is requested by, without `.json`.
    public mutating func files() async throws -> [String: [UInt8]] {
        if roots[rootVersion] == nil { roots[rootVersion] = try await root(alsoSignedBy: []) }
        var files: [String: [UInt8]] = [:]
        for (version, bytes) in roots { files["\(version).root"] = bytes }
        files["root"] = roots[rootVersion]
        for role in roles.keys where role.signsTargets {
            files[role.name] = try await sign(targets(of: role), as: role)
        }
        files["snapshot"] = try await snapshot(of: files)
        files["timestamp"] = try await timestamp(of: files["snapshot"] ?? [])
        return files
    }

    private func snapshot(of files: [String: [UInt8]]) async throws -> [UInt8] {
        let state = roles[.snapshot] ?? SimulatedRole(keys: [])
        let omitted = unlisted.map(\.name)
        let listed = files.filter {
            ($0.key == "root" || $0.key.hasPrefix("targets")) && !omitted.contains($0.key)
        }
        let payload = Snapshot(
            version: try MetadataVersion(state.version),
            expires: state.expires,
            meta: listed.mapValues { MetaFile(describing: $0) }
        )
        return try await sign(NotaryDialect().json(of: payload), as: .snapshot)
    }

    private func timestamp(of snapshot: [UInt8]) async throws -> [UInt8] {
        let state = roles[.timestamp] ?? SimulatedRole(keys: [])
        let payload = Timestamp(
            version: try MetadataVersion(state.version),
            expires: state.expires,
            snapshot: MetaFile(describing: snapshot)
        )
        return try await sign(NotaryDialect().json(of: payload), as: .timestamp)
    }

    /// What the editor writes, with a version and thresholds that it might refuse.
    private func root(alsoSignedBy old: [SigningKey]) async throws -> [UInt8] {
        let state = roles[.root] ?? SimulatedRole(keys: [])
        var editor = RootEditor(in: .notary, expires: state.expires)
        for role in RoleName.topLevel {
            try editor.setKeys(RoleKeys(roles[role]?.keys.map(\.key) ?? []), of: role)
        }
        var signed = editor.json
        signed[member: "version"] = .integer(rootVersion)
        for role in RoleName.topLevel {
            let threshold = roles[role]?.threshold ?? 1
            signed[member: "roles"]?[member: role.name]?[member: "threshold"] = .integer(threshold)
        }
        return try await MetadataSigner(.notary).file(signed: signed, by: state.signers + old)
    }

    private func targets(of role: RoleName) throws -> JSON {
        let state = roles[role] ?? SimulatedRole(keys: [])
        var editor = TargetsEditor(of: role, in: .notary, expires: state.expires)
        try editor.setVersion(MetadataVersion(state.version))
        for target in state.targets {
            let file = TargetFile(length: 528, hashes: Hashes([target.digest]))
            try editor.add(file, named: target.name)
        }
        let children = roles.filter { $0.key.parent == role }.sorted { $0.key < $1.key }
        for (name, child) in children {
            try editor.delegate(
                to: DelegatedRole(
                    name: name,
                    keys: RoleKeys(child.keys.map(\.key), threshold: child.threshold),
                    paths: .prefixes(child.paths)
                )
            )
        }
        return editor.json
    }

    private func sign(_ signed: JSON, as role: RoleName) async throws -> [UInt8] {
        try await MetadataSigner(.notary).file(signed: signed, by: roles[role]?.signers ?? [])
    }
}
