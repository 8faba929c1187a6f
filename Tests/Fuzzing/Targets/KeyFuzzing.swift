import TUFCore

/// Any bytes read as a public or private key, and others as a signature of it.
///
/// The first byte says how long the signature is; then come signature and key.
enum KeyFuzzing: FuzzTarget {
    static let name = "key"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        var input = FuzzInput(input)
        let signature = input.bytes(Int(input.byte()))
        let bytes = input.remainder()
        let text = String(decoding: bytes, as: UTF8.self)
        let keys = [
            try? PublicKey(subjectPublicKeyInfo: bytes), try? PublicKey(ed25519: bytes),
            try? PublicKey(pem: text),
        ]
        for case let key? in keys { try check(key, signature) }
        let privateKeys = [
            try? PrivateKey(pkcs8: bytes), try? PrivateKey(sec1: bytes),
            try? PrivateKey(ed25519Seed: bytes),
        ]
        for case let key? in privateKeys { try check(key) }
    }

    private static func check(_ key: PublicKey, _ signature: [UInt8]) throws(BrokenPromise) {
        let again = try? PublicKey(subjectPublicKeyInfo: key.subjectPublicKeyInfo)
        try BrokenPromise.unless("a public key has one encoding", again == key)
        for scheme in schemes {
            let isValid = key.isValidSignature(signature, scheme: scheme, over: [1, 2, 3])
            try BrokenPromise.unless("nobody signed", !isValid)
        }
    }

    private static func check(_ key: PrivateKey) throws(BrokenPromise) {
        let again = try? PrivateKey(pkcs8: key.pkcs8)
        try BrokenPromise.unless(
            "a private key is read as it is written",
            again?.publicKey == key.publicKey
        )
    }

    private static let schemes: [SignatureScheme] =
        [.ed25519]
        + HashAlgorithm.allCases.flatMap { hash -> [SignatureScheme] in
            [
                .ecdsa(hash, .der), .ecdsa(hash, .rawPair), .rsaPSS(hash, .any),
                .rsaPSS(hash, .digestLength), .rsaPKCS1v15(hash),
            ]
        }
}
