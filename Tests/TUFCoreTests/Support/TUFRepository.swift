import TUFCore

/// A small TUF 1.0 repository that one ed25519 key signs.
struct TUFRepository {
    private let privateKey: PrivateKey
    private let keyJSON: JSON
    private let keyID: KeyID

    init() throws {
        privateKey = try KeyGenerator().generate(.ed25519)
        let text = Hex.encode(privateKey.publicKey.rawEd25519 ?? [])
        keyJSON = [
            "keytype": "ed25519", "scheme": "ed25519", "keyval": ["public": .string(text)],
        ]
        keyID = try KeyID(HashAlgorithm.sha256.digest(of: try keyJSON.canonicalBytes()).hex)
    }

    /// Refreshes a client that trusts the root, with these entries in the snapshot.
    func refresh(
        targetsListedAs targets: JSON = ["version": 1],
        snapshotAlsoListing others: [JSON.Member] = []
    ) throws -> Result<TrustedRepository, UpdateError> {
        let listed = [JSON.Member(name: "targets.json", value: targets)] + others
        var server = MetadataServer([
            "timestamp": .bytes(
                try file("timestamp", ["meta": ["snapshot.json": ["version": 1]]])
            ),
            "snapshot": .bytes(try file("snapshot", ["meta": .object(listed)])),
            "targets": .bytes(try file("targets", ["targets": [:]])),
        ])
        let root = try Unverified<Root>(parsing: try root(), as: .root, in: .tuf)
        let workflow = UpdateWorkflow(
            from: .known(
                try root.trustedAsPersisted(rules: TUFRootRules(gun: try GUN("example")))
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
