extension Key {
    /// A key as the Notary dialect lists it.
    ///
    /// - Parameters:
    ///   - type: The kind as spelled.
    ///   - publicBytes: 32 bytes for ed25519, PKIX DER for bare keys, PEM for certificates.
    public init(notary type: KeyType, publicBytes: [UInt8]) {
        self.init(
            id: KeyID(ofNotary: type, publicBytes: publicBytes),
            type: type,
            publicBytes: publicBytes
        ) { KeyMaterial.Parsed(notary: type, publicBytes: publicBytes) }
    }

    /// A bare key in the Notary dialect.
    ///
    /// - Parameter publicKey: The key itself.
    public init(notary publicKey: PublicKey) {
        switch publicKey.algorithm {
        case .ed25519: self.init(notary: .ed25519, publicBytes: publicKey.rawEd25519 ?? [])
        case .ecdsaP256, .ecdsaP384, .ecdsaP521:
            self.init(notary: .ecdsa, publicBytes: publicKey.subjectPublicKeyInfo)
        case .rsa: self.init(notary: .rsa, publicBytes: publicKey.subjectPublicKeyInfo)
        }
    }

    /// A root key in the Notary dialect: a certificate and those it was issued by.
    ///
    /// - Parameters:
    ///   - certificate: The certificate, of an ECDSA or RSA key.
    ///   - intermediates: Those that lead to an authority, if any.
    /// - Throws: ``CryptoError/unsupportedKey(_:)``.
    public init(
        notary certificate: X509Certificate,
        intermediates: [X509Certificate] = []
    ) throws(CryptoError) {
        let type: KeyType
        switch certificate.publicKey?.algorithm {
        case .ecdsaP256, .ecdsaP384, .ecdsaP521: type = .ecdsaX509
        case .rsa: type = .rsaX509
        case .ed25519: throw .unsupportedKey("ed25519 in a certificate")
        case nil: throw .unsupportedKey("that of the certificate")
        }
        let text = ([certificate] + intermediates).map(\.pem).joined()
        self.init(notary: type, publicBytes: Array(text.utf8))
    }

    /// The id of the bare key: for a certificate that of the key in it, which is what `key list`
    /// shows and private key files are named for; else the key's own id.
    public var canonicalID: KeyID {
        guard type.isCertificate, let publicKey else { return id }
        return KeyID(ofNotary: type.bare, publicBytes: publicKey.subjectPublicKeyInfo)
    }

    /// The key object as the Notary server answers it: `{"keytype","keyval":{"public","private"}}`.
    public var notaryJSON: JSON {
        .object([
            .init(name: "keytype", value: .string(type.name)),
            .init(
                name: "keyval",
                value: .object([
                    .init(name: "public", value: .string(Base64.encode(publicBytes))),
                    .init(name: "private", value: .null),
                ])
            ),
        ])
    }
}

extension KeyID {
    /// The SHA-256 of the canonical key object, whose `private` is always null.
    ///
    /// Written out here, since the two strings hold nothing that canonical JSON escapes but in a
    /// hostile key type.
    fileprivate init(ofNotary type: KeyType, publicBytes: [UInt8]) {
        let name = type.name.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] }
        let canonical =
            #"{"keytype":""# + String(name) + #"","keyval":{"private":null,"public":""#
            + Base64.encode(publicBytes) + #""}}"#
        self.init(ofCanonical: Array(canonical.utf8))
    }
}
