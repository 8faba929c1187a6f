import TUFCore

/// Writes the metadata of one repository, as a publishing client does.
struct TestRepository {
    static let gun = GUN.known("example.com/team/app")

    let snapshotKey: Key
    let timestampKey: Key
    private let rootSigner: SigningKey
    private let targetsSigner: SigningKey

    init(snapshotKey: Key, timestampKey: Key) throws {
        self.snapshotKey = snapshotKey
        self.timestampKey = timestampKey
        rootSigner = try RootKey.signer()
        targetsSigner = SigningKey(notary: try KeyGenerator().generate(.ed25519))
    }

    func root(version: Int) async throws -> [UInt8] {
        let keys = [rootSigner.key, targetsSigner.key, snapshotKey, timestampKey]
        let names = ["root", "targets", "snapshot", "timestamp"]
        let roles = zip(names, keys)
            .map { name, key in
                JSON.Member(name: name, value: ["keyids": [.string(key.id.hex)], "threshold": 1])
            }
        return try await file(
            [
                "_type": "Root", "consistent_snapshot": false,
                "expires": "2050-01-01T00:00:00Z",
                "keys": .object(keys.map { .init(name: $0.id.hex, value: $0.notaryJSON) }),
                "roles": .object(roles), "version": .integer(version),
            ],
            by: rootSigner
        )
    }

    func targets(version: Int) async throws -> [UInt8] {
        try await file(
            [
                "_type": "Targets", "delegations": ["keys": [:], "roles": []],
                "expires": "2050-01-01T00:00:00Z", "targets": [:], "version": .integer(version),
            ],
            by: targetsSigner
        )
    }

    /// The upload of root and targets; the server adds the rest.
    func upload(version: Int) async throws -> Multipart {
        try await Multipart().part("root", root(version: version))
            .part("targets", targets(version: version))
    }

    private func file(_ signed: JSON, by signer: SigningKey) async throws -> [UInt8] {
        try await MetadataSigner(.notary).file(signed: signed, by: [signer])
    }
}
