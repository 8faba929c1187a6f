import TUFCore

/// A small TUF 1.0 repository that one ed25519 key signs.
struct TUFRepository {
    private let privateKey: PrivateKey
    private let keyJSON: JSON
    private let keyID: KeyID
    private let name: String

    init(_ name: String = "example") throws {
        self.name = name
        privateKey = try KeyGenerator().generate(.ed25519)
        let text = Hex.encode(privateKey.publicKey.rawEd25519 ?? [])
        keyJSON = [
            "keytype": "ed25519", "scheme": "ed25519", "keyval": ["public": .string(text)],
        ]
        keyID = try KeyID(HashAlgorithm.sha256.digest(of: try keyJSON.canonicalBytes()).hex)
    }

    /// Looks a target up in a client that is refreshed; nil where no role lists it.
    func target(_ path: String, in targets: JSON) throws -> TrustedTarget? {
        let repository = try refresh(targets: targets).get()
        var lookup = TargetLookup(of: path, in: repository)
        guard case .found(let target) = lookup.next() else { return nil }
        return target
    }

    /// Refreshes a client that trusts the root, with these targets and these entries in the
    /// snapshot.
    func refresh(
        targets: JSON = [:],
        targetsListedAs entry: JSON = ["version": 1],
        snapshotAlsoListing others: [JSON.Member] = []
    ) throws -> Result<TrustedRepository, UpdateError> {
        let listed = [JSON.Member(name: "targets.json", value: entry)] + others
        var server = MetadataServer([
            "timestamp": .bytes(
                try file("timestamp", ["meta": ["snapshot.json": ["version": 1]]])
            ),
            "snapshot": .bytes(try file("snapshot", ["meta": .object(listed)])),
            "targets": .bytes(try file("targets", ["targets": targets])),
        ])
        let root = try Unverified<Root>(parsing: try root(), as: .root, in: .tuf)
        let workflow = UpdateWorkflow(
            from: .known(
                try root.trustedAsPersisted(rules: TUFRootRules(gun: try GUN(name)))
            ),
            notBelow: VersionFloors(),
            at: UpdateStartTime(UTCTime(seconds: 1_800_000_000)),
            fetching: .none,
            limits: .tuf,
            dialect: .tuf
        )
        return server.run(workflow).result
    }

    private func root() throws -> [UInt8] {
        let id = keyID.hex
        let role: JSON = ["keyids": [.string(id)], "threshold": 1]
        return try file(
            "root",
            [
                "keys": .object([.init(name: id, value: keyJSON)]),
                "roles": ["root": role, "targets": role, "snapshot": role, "timestamp": role],
            ]
        )
    }

    private func file(_ type: String, _ members: JSON) throws -> [UInt8] {
        guard case .object(let members) = members else { return [] }
        let header = [
            JSON.Member(name: "_type", value: .string(type)),
            JSON.Member(name: "spec_version", value: "1.0.34"),
            JSON.Member(name: "version", value: 1),
            JSON.Member(name: "expires", value: "2099-01-01T00:00:00Z"),
        ]
        let signed = try JSON.object(header + members).canonicalBytes()
        let bytes = try privateKey.signature(scheme: .ed25519, over: signed)
        let signature = MetadataSignature(keyID: keyID, method: nil, bytes: bytes)
        return TUFDialect.tuf.file(signed: signed, signatures: [signature])
    }
}
