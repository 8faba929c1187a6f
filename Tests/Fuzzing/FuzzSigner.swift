import TUFCore

/// One fixed key that signs all roles of a fuzzed repository.
struct FuzzSigner: Sendable {
    private let privateKey: PrivateKey
    private let keyID: KeyID
    private(set) var root: [UInt8] = []
    private(set) var timestamp: [UInt8] = []

    init() throws(CryptoError) {
        privateKey = try PrivateKey(ed25519Seed: [UInt8](repeating: 7, count: 32))
        let key = Self.json(of: privateKey.publicKey)
        keyID = KeyID(ofCanonical: (try? key.canonicalBytes()) ?? [])
        let roles = RoleName.topLevel.map {
            JSON.Member(name: $0.name, value: definition([]))
        }
        root = file(
            type: "root",
            [
                .init(name: "consistent_snapshot", value: false),
                .init(name: "keys", value: keys), .init(name: "roles", value: .object(roles)),
            ]
        )
        timestamp = file(
            type: "timestamp",
            [.init(name: "meta", value: ["snapshot.json": ["version": 1]])]
        )
    }

    /// Computed, since the leak checker takes a kept tree, whose pointers are tagged, for lost.
    var keys: JSON {
        .object([.init(name: keyID.hex, value: Self.json(of: privateKey.publicKey))])
    }

    private static func json(of key: PublicKey) -> JSON {
        [
            "keytype": "ed25519", "scheme": "ed25519",
            "keyval": ["public": .string(Hex.encode(key.rawEd25519 ?? []))],
        ]
    }

    /// A role that this key may sign, with more members.
    func definition(_ members: [JSON.Member]) -> JSON {
        .object(
            members + [
                .init(name: "keyids", value: [.string(keyID.hex)]),
                .init(name: "threshold", value: 1),
            ]
        )
    }

    /// A signed file of version 1.
    func file(
        type: String,
        _ members: [JSON.Member],
        hasExpired: Bool = false
    ) -> [UInt8] {
        let signed = JSON.object(
            members + [
                .init(name: "_type", value: .string(type)),
                .init(name: "spec_version", value: "1.0.34"),
                .init(name: "version", value: 1),
                .init(
                    name: "expires",
                    value: .string(hasExpired ? "2020-01-01T00:00:00Z" : "2050-01-01T00:00:00Z")
                ),
            ]
        )
        guard let canonical = try? signed.canonicalBytes(),
            let signature = try? privateKey.signature(scheme: .ed25519, over: canonical)
        else { return [] }
        let claim = MetadataSignature(keyID: keyID, method: nil, bytes: signature)
        return TUFDialect().file(signed: canonical, signatures: [claim])
    }
}
