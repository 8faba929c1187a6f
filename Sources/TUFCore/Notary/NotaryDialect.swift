/// The metadata of Notary v1: TUF before its 1.0, with capitalised types, base64 hashes and role
/// names for file names.
///
/// Stricter than Notary's own reader where that one leaves room for two readings: member names are
/// compared exactly and may not repeat.
public struct NotaryDialect: MetadataDialect {
    /// There is nothing to configure.
    public init() {}

    /// Notary reads such files; the key counts once.
    public var repeatedSignatures: RepeatedSignatures { .countedOnce }

    /// Notary's client looks for a newer root when something does not verify.
    public var rootOrder: RootOrder { .whenNeeded }

    /// Every listed file is served under its SHA-256.
    public func edition(
        of role: RoleName,
        listedAs file: MetaFile,
        under root: Root
    ) -> MetaFileRequest.Edition {
        file.hashes[.sha256].map { .digest($0) } ?? .newest
    }

    /// Reads `{"keyid", "method", "sig"}`.
    public func signature(
        from element: JSONValue,
        at position: Int
    ) throws(MetadataError) -> MetadataSignature? {
        let field = MetadataField(element, elementOf: "signatures", at: position)
        let keyID = try field.member("keyid").string()
        let bytes = try field.member("sig")
        let text = try bytes.string()
        let method = try field.optionalMember("method")?.string()
        let signature = try bytes.checked { () throws(FormatError) in try Base64.bytes(text) }
        guard let id = KeyID(notary: keyID) else { return nil }
        return MetadataSignature(keyID: id, method: method, bytes: signature)
    }

    /// ECDSA signs with SHA-256 on every curve, as r‖s; RSA with PSS or PKCS #1 v1.5.
    ///
    /// A method that the key does not have, or none, does not count.
    public func scheme(of key: Key, for method: String?) -> SignatureScheme? {
        switch (key.type.bare, method?.lowercased()) {
        case (.ecdsa, "ecdsa"): .ecdsa(.sha256, .rawPair)
        case (.ed25519, "eddsa"): .ed25519
        case (.rsa, "rsapss"), (.rsa, "pycrypto-pkcs#1 pss"): .rsaPSS(.sha256, .digestLength)
        case (.rsa, "rsapkcs1v15"): .rsaPKCS1v15(.sha256)
        default: nil
        }
    }
}

extension MetadataDialect where Self == NotaryDialect {
    /// The metadata of Notary v1.
    public static var notary: NotaryDialect { NotaryDialect() }
}
