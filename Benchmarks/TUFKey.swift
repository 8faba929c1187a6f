import TUFCore

/// A key of TUF 1.0 that signs benchmark files.
struct TUFKey {
    enum Kind: String, CaseIterable {
        case p256 = "P-256"
        case ed25519
    }

    let kind: Kind
    let privateKey: PrivateKey
    let id: String
    let json: JSON

    init(_ kind: Kind) throws {
        self.kind = kind
        privateKey = try KeyGenerator().generate(kind == .p256 ? .ecdsa : .ed25519)
        let publicKey = privateKey.publicKey
        json =
            switch kind {
            case .p256:
                [
                    "keytype": "ecdsa", "keyval": ["public": .string(Self.pem(publicKey))],
                    "scheme": "ecdsa-sha2-nistp256",
                ]
            case .ed25519:
                [
                    "keytype": "ed25519",
                    "keyval": ["public": .string(Hex.encode(publicKey.rawEd25519 ?? []))],
                    "scheme": "ed25519",
                ]
            }
        id = HashAlgorithm.sha256.digest(of: try json.canonicalBytes()).hex
    }

    private static func pem(_ key: PublicKey) -> String {
        var text = "-----BEGIN PUBLIC KEY-----\n"
        var rest = Substring(Base64.encode(key.subjectPublicKeyInfo))
        while !rest.isEmpty {
            text += rest.prefix(64) + "\n"
            rest = rest.dropFirst(64)
        }
        return text + "-----END PUBLIC KEY-----\n"
    }

    /// A whole file.
    func file(signing signed: JSON, as layout: TUFFiles.Layout) throws -> [UInt8] {
        let canonical = try signed.canonicalBytes()
        let scheme: SignatureScheme = kind == .p256 ? .ecdsa(.sha256, .der) : .ed25519
        let signature = try privateKey.signature(scheme: scheme, over: canonical)
        let file: JSON = [
            "signatures": [["keyid": .string(id), "sig": .string(Hex.encode(signature))]],
            "signed": PythonJSON.sorted(signed),
        ]
        return layout == .pretty ? PythonJSON.bytes(file) : file.serialized()
    }
}
