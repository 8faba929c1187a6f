extension Key {
    /// Reads a key object (TUF 4.2.2): `keytype`, `scheme`, `keyval` and whatever else it has.
    ///
    /// Its id is the SHA-256 of the canonical form of the whole object, unknown members included.
    init(
        tuf field: MetadataField,
        listedAs name: String,
        keyIDs: KeyIDRule
    ) throws(MetadataError) {
        let listed = try field.checked { () throws(FormatError) in try KeyID(name) }
        if case .calculated = keyIDs {
            let calculated = try KeyID(ofTUF: field.value)
            guard calculated == listed else {
                throw .keyIDMismatch(listed: name, calculated: calculated)
            }
        }
        let type = KeyType(try field.member("keytype").string())
        let scheme = try field.member("scheme").string()
        let text = try field.member("keyval").object().value["public"]?.string ?? ""
        self.init(id: listed, type: type, scheme: scheme, publicBytes: Array(text.utf8)) {
            KeyMaterial.Parsed(tuf: type, text: text)
        }
    }

    /// A key of TUF 1.0.
    ///
    /// - Parameters:
    ///   - publicKey: The key itself.
    ///   - scheme: How it signs.
    /// - Throws: ``CryptoError/schemeMismatch(_:_:)`` when it cannot sign so.
    public init(tuf publicKey: PublicKey, scheme: TUFKeyScheme) throws(CryptoError) {
        guard scheme.fits(publicKey.algorithm) else {
            throw .schemeMismatch(publicKey.algorithm, scheme.signatureScheme)
        }
        let block = PEMBlock(label: "PUBLIC KEY", bytes: publicKey.subjectPublicKeyInfo)
        let text = publicKey.rawEd25519.map { Hex.encode($0) } ?? block.text
        let object = Key.tufJSON(scheme.keyType, scheme: scheme.rawValue, text: text)
        self.init(
            // Key objects are made of text only, which always has a canonical form.
            id: KeyID(ofCanonical: (try? object.canonicalBytes()) ?? []),
            type: scheme.keyType,
            scheme: scheme.rawValue,
            publicBytes: Array(text.utf8)
        ) { KeyMaterial.Parsed(publicKey: publicKey) }
    }

    /// The key object (TUF 4.2.2), without members that are not the specification's.
    var tufJSON: JSON {
        Key.tufJSON(type, scheme: scheme, text: String(decoding: publicBytes, as: UTF8.self))
    }

    private static func tufJSON(_ type: KeyType, scheme: String?, text: String) -> JSON {
        .object([
            .init(name: "keytype", value: .string(type.name)),
            .init(name: "keyval", value: .object([.init(name: "public", value: .string(text))])),
            .init(name: "scheme", value: scheme.map { .string($0) } ?? .null),
        ])
    }
}

extension KeyID {
    fileprivate init(ofTUF object: JSONValue) throws(MetadataError) {
        do {
            self.init(ofCanonical: try object.canonicalBytes())
        } catch {
            throw .json(error)
        }
    }
}

extension KeyMaterial.Parsed {
    /// Parses the public part as TUF 1.0 has it: hexadecimal for ed25519, else PEM.
    ///
    /// The key types that were spelled like their scheme are those of specifications before 1.0.32.
    fileprivate init(tuf type: KeyType, text: String) {
        let bare: KeyType
        switch type.name {
        case "ed25519": bare = .ed25519
        case "rsa": bare = .rsa
        case "ecdsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384": bare = .ecdsa
        default:
            self = .unusable
            return
        }
        let key =
            bare == .ed25519
            ? Hex.decode(text).flatMap { try? PublicKey(ed25519: $0) }
            : try? PublicKey(pem: text)
        self.init(publicKey: key?.fitting(bare))
    }
}
