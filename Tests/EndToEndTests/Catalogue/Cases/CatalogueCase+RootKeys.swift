import NotaryTesting
import TUFCore

extension CatalogueCase {
    /// A first root whose root role has this key, which signs it.
    private static func rootKey(
        _ name: String,
        _ make: @escaping @Sendable () throws -> SigningKey
    ) -> CatalogueCase {
        first(name) { recipe in
            let key = try make()
            recipe.testRoot.root = TestRole([key.key])
            recipe.root.signers = [key]
        }
    }

    /// Root keys, certificates and signatures of a first root.
    static let rootKeys: [CatalogueCase] = [
        rootKey("key-of-other-name") { try CatalogueKeys.rootKey("lab/other") },
        rootKey("key-of-no-name") { try CatalogueKeys.rootKey("") },
        rootKey("key-of-asterisk") { try CatalogueKeys.rootKey("*") },
        rootKey("key-of-prefix") { try CatalogueKeys.rootKey("lab/first/key-of-*") },
        rootKey("key-of-this-name") { try CatalogueKeys.rootKey("lab/first/key-of-this-name") },
        rootKey("key-of-upper-case") { try CatalogueKeys.rootKey("LAB/*") },
        rootKey("key-of-inner-asterisk") { try CatalogueKeys.rootKey("lab/*/x") },
        rootKey("key-expired") { try CatalogueKeys.rootKey("lab/*", from: -20, until: -10) },
        rootKey("key-expired-just-now") { try CatalogueKeys.rootKey("lab/*", from: -20, until: 0) },
        rootKey("key-not-yet-valid") { try CatalogueKeys.rootKey("lab/*", from: 10) },
        rootKey("key-valid-in-12-hours") {
            let key = try KeyGenerator().generate(.ecdsa)
            let start = UTCTime.now.adding(seconds: 43_200)
            let certificate = try KeyGenerator()
                .certificate(for: key, commonName: "lab/*", from: start)
            return SigningKey(notary: key, listedAs: try Key(notary: certificate))
        },
        rootKey("key-ends-before-start") { try CatalogueKeys.rootKey("lab/*", from: 10, until: 5) },
        rootKey("key-rsa") { try CatalogueKeys.rootKey("lab/*", .rsa) },
        rootKey("key-bare") { try CatalogueKeys.key() },
        rootKey("key-bare-rsa") { try CatalogueKeys.key(.rsa) },
        rootKey("key-bare-ed25519") { try CatalogueKeys.key(.ed25519) },
        rootKey("key-garbage") {
            let key = Key(notary: .ecdsaX509, publicBytes: Array("no certificate".utf8))
            return SigningKey(notary: try KeyGenerator().generate(.ecdsa), listedAs: key)
        },
        rootKey("key-of-unknown-type") {
            let key = try CatalogueKeys.rootKey("lab/*").key
            return SigningKey(
                notary: try KeyGenerator().generate(.ecdsa),
                listedAs: Key(notary: KeyType("dsa"), publicBytes: key.publicBytes)
            )
        },
        rootKey("key-ecdsa-said-rsa") {
            let key = try KeyGenerator().generate(.ecdsa)
            let certificate = try KeyGenerator()
                .certificate(for: key, commonName: "lab/*", from: .now)
            let bytes = Array(certificate.pem.utf8)
            return SigningKey(notary: key, listedAs: Key(notary: .rsaX509, publicBytes: bytes))
        },
        rootKey("key-two-certificates") {
            let key = try KeyGenerator().generate(.ecdsa)
            let pems = try ["lab/*", "lab/*"]
                .map { try KeyGenerator().certificate(for: key, commonName: $0, from: .now).pem }
            return SigningKey(
                notary: key,
                listedAs: Key(notary: .ecdsaX509, publicBytes: Array(pems.joined().utf8))
            )
        },
        rootKey("key-text-around-certificate") {
            let key = try KeyGenerator().generate(.ecdsa)
            let pem = try KeyGenerator().certificate(for: key, commonName: "lab/*", from: .now).pem
            return SigningKey(
                notary: key,
                listedAs: Key(notary: .ecdsaX509, publicBytes: Array("# a\n\(pem)\n# z\n".utf8))
            )
        },
        first("keys-two-of-two") { recipe in
            recipe.testRoot.root = TestRole(
                [recipe.keys.root.key, recipe.keys.nextRoot.key],
                threshold: 2
            )
            recipe.root.signers = [recipe.keys.root, recipe.keys.nextRoot]
        },
        first("keys-one-of-two") { recipe in
            recipe.testRoot.root = TestRole([recipe.keys.root.key, recipe.keys.nextRoot.key])
        },
        first("keys-one-of-two-too-few") { recipe in
            recipe.testRoot.root = TestRole(
                [recipe.keys.root.key, recipe.keys.nextRoot.key],
                threshold: 2
            )
        },
        first("keys-threshold-above-keys") { recipe in
            recipe.testRoot.root.threshold = 2
        },
        first("keys-one-good-one-bare") { recipe in
            let bare = try CatalogueKeys.key()
            recipe.testRoot.root = TestRole([recipe.keys.root.key, bare.key])
            recipe.root.signers = [recipe.keys.root, bare]
        },
        first("keys-one-good-one-bare-both-needed") { recipe in
            let bare = try CatalogueKeys.key()
            recipe.testRoot.root = TestRole([recipe.keys.root.key, bare.key], threshold: 2)
            recipe.root.signers = [recipe.keys.root, bare]
        },
        first("keys-other-signer") { $0.root.signers = [$0.keys.stranger] },
        first("keys-no-signature") { $0.root.signers = [] },
        first("keys-more-signatures") { $0.root.signers = [$0.keys.stranger, $0.keys.root] },
        first("keys-signed-twice") { recipe in
            recipe.testRoot.root.threshold = 2
            recipe.root.signers = [recipe.keys.root, recipe.keys.root]
        },
        first("keys-private-in-file") { recipe in
            let id = recipe.keys.root.key.id.hex
            recipe.root.signed["keys", id, "keyval", "private"] = ""
        },
        first("keys-id-of-another") { recipe in
            let id = recipe.keys.root.key.id.hex
            recipe.root.signed["keys", id] = recipe.keys.nextRoot.key.notaryJSON
        },
        first("keys-targets-id-of-another") { recipe in
            let id = recipe.keys.targets.key.id.hex
            recipe.root.signed["keys", id] = recipe.keys.nextTargets.key.notaryJSON
        },
        first("keys-public-missing") { recipe in
            recipe.root.signed["keys", recipe.keys.targets.key.id.hex, "keyval", "public"] = nil
        },
        first("keys-keyval-missing") { recipe in
            recipe.root.signed["keys", recipe.keys.targets.key.id.hex, "keyval"] = nil
        },
        first("keys-keytype-missing") { recipe in
            recipe.root.signed["keys", recipe.keys.targets.key.id.hex, "keytype"] = nil
        },
        first("keys-keytype-number") { recipe in
            recipe.root.signed["keys", recipe.keys.targets.key.id.hex, "keytype"] = 1
        },
        first("keys-null") { recipe in
            recipe.root.signed["keys", recipe.keys.targets.key.id.hex] = .null
        },
        first("keys-public-no-base64") { recipe in
            recipe.root.signed["keys", recipe.keys.targets.key.id.hex, "keyval", "public"] = "*"
        },
        first("keys-unused-unknown") { recipe in
            recipe.root.signed["keys", "abc"] = ["keytype": "x", "keyval": ["public": "YQ=="]]
        },
        first("keys-timestamp-not-the-servers") {
            $0.testRoot.timestamp = TestRole([$0.keys.stranger.key])
        },
        first("keys-timestamp-of-two") { recipe in
            recipe.testRoot.timestamp.keys.append(recipe.keys.stranger.key)
        },
        first("keys-timestamp-two-needed") { recipe in
            recipe.testRoot.timestamp.keys.append(recipe.keys.stranger.key)
            recipe.testRoot.timestamp.threshold = 2
        },
        first("keys-timestamp-none") { $0.testRoot.timestamp = TestRole([]) },
        first("keys-timestamp-is-servers-snapshot-key") {
            $0.testRoot.timestamp = TestRole([$0.server.snapshot])
        },
        first("keys-snapshot-is-servers-timestamp-key") {
            $0.leaveSnapshot()
            $0.testRoot.snapshot = TestRole([$0.server.timestamp])
        },
        first("keys-server-snapshot-two-needed") { recipe in
            recipe.leaveSnapshot()
            recipe.testRoot.snapshot.keys.append(recipe.keys.stranger.key)
            recipe.testRoot.snapshot.threshold = 2
        },
        first("keys-server-snapshot-of-two") { recipe in
            recipe.leaveSnapshot()
            recipe.testRoot.snapshot.keys.append(recipe.keys.snapshot.key)
        },
    ]
}
