import TUFCore
import Testing

/// A TUF 1.0 repository in memory for what a search may meet: every role can have its own keys.
struct DelegationLab {
    /// A key, by the seed it is made from.
    struct LabKey {
        let privateKey: PrivateKey
        let json: JSON
        let id: KeyID

        init(seed: UInt8) throws {
            privateKey = try PrivateKey(ed25519Seed: [UInt8](repeating: seed, count: 32))
            json = [
                "keytype": "ed25519", "scheme": "ed25519",
                "keyval": ["public": .string(Hex.encode(privateKey.publicKey.rawEd25519 ?? []))],
            ]
            id = KeyID(ofCanonical: try json.canonicalBytes())
        }
    }

    /// What a role says of another.
    struct Delegation {
        let name: String
        var paths: JSON = ["*"]
        var isTerminating = false
        var seed: UInt8 = 1
    }

    /// One role's file.
    struct Role {
        var targets: [String] = []
        var delegations: [Delegation] = []
        var seed: UInt8 = 1
    }

    var roles: [String: Role] = ["targets": Role()]
    static let start = UpdateStartTime(UTCTime(seconds: 1_800_000_000))

    /// Why the repository cannot be refreshed; nil where it can.
    func refreshError(limits: UpdateLimits) throws -> UpdateError? {
        var server = MetadataServer(try files().mapValues { .bytes($0) })
        guard case .failure(let error) = try refresh(from: &server, limits) else { return nil }
        return error
    }

    /// What comes of looking up a target.
    func outcome(of path: String, limits: UpdateLimits = .tuf) throws -> String {
        var server = MetadataServer(try files().mapValues { .bytes($0) })
        let repository = try refresh(from: &server, .tuf).get()
        var lookup = TargetLookup(of: path, in: repository, limits: limits)
        while true {
            switch lookup.next() {
            case .fetch(let request): lookup.receive(server.answer(request))
            case .recall: lookup.receive(.notFound)
            case .persist: continue
            case .found(let target): return "in \(target.role)"
            case .notFound: return "not found"
            case .abort(let error): return "\(error)"
            }
        }
    }

    private func refresh(
        from server: inout MetadataServer,
        _ limits: UpdateLimits
    ) throws -> Result<TrustedRepository, UpdateError> {
        let bytes = try #require(try files()["root"])
        let root = try Unverified<Root>(parsing: bytes, as: .root, in: .tuf)
        let workflow = UpdateWorkflow(
            from: .known(try root.trustedAsPersisted(rules: TUFRootRules(gun: GUN("lab")))),
            notBelow: VersionFloors(),
            at: Self.start,
            fetching: .none,
            limits: limits,
            dialect: .tuf
        )
        return server.run(workflow).result
    }

    /// Every file by the name of its role.
    func files() throws -> [String: [UInt8]] {
        let key = try LabKey(seed: 1)
        let role: JSON = ["keyids": [.string(key.id.hex)], "threshold": 1]
        let root: JSON = [
            "keys": .object([.init(name: key.id.hex, value: key.json)]),
            "roles": ["root": role, "targets": role, "snapshot": role, "timestamp": role],
        ]
        let listed = roles.keys.map { JSON.Member(name: "\($0).json", value: ["version": 1]) }
        var files = [
            "root": try Self.file("root", root, by: key),
            "timestamp": try Self.file(
                "timestamp",
                ["meta": ["snapshot.json": ["version": 1]]],
                by: key
            ),
            "snapshot": try Self.file("snapshot", ["meta": .object(listed)], by: key),
        ]
        for (name, role) in roles { files[name] = try file(of: role) }
        return files
    }

    /// The file of one role.
    func file(of role: Role) throws -> [UInt8] {
        let entries = role.targets.map { path in
            let hash = HashAlgorithm.sha256.digest(of: Array(path.utf8)).hex
            return JSON.Member(
                name: path,
                value: ["length": 1, "hashes": ["sha256": .string(hash)]]
            )
        }
        let keys = try Set(role.delegations.map(\.seed))
            .map { seed in
                let key = try LabKey(seed: seed)
                return JSON.Member(name: key.id.hex, value: key.json)
            }
        let delegations: JSON = [
            "keys": .object(keys), "roles": .array(try role.delegations.map(Self.json)),
        ]
        return try Self.file(
            "targets",
            ["targets": .object(entries), "delegations": delegations],
            by: LabKey(seed: role.seed)
        )
    }

    private static func json(of delegation: Delegation) throws -> JSON {
        [
            "name": .string(delegation.name), "paths": delegation.paths, "threshold": 1,
            "terminating": .boolean(delegation.isTerminating),
            "keyids": [.string(try LabKey(seed: delegation.seed).id.hex)],
        ]
    }

    /// A signed file.
    static func file(_ type: String, _ members: JSON, by key: LabKey) throws -> [UInt8] {
        guard case .object(let members) = members else { return [] }
        let header = [
            JSON.Member(name: "_type", value: .string(type)),
            JSON.Member(name: "spec_version", value: "1.0.34"),
            JSON.Member(name: "version", value: 1),
            JSON.Member(name: "expires", value: "2099-01-01T00:00:00Z"),
        ]
        let signed = try JSON.object(header + members).canonicalBytes()
        let bytes = try key.privateKey.signature(scheme: .ed25519, over: signed)
        let signature = MetadataSignature(keyID: key.id, method: nil, bytes: bytes)
        return TUFDialect.tuf.file(signed: signed, signatures: [signature])
    }
}
