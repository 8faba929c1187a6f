/// The metadata of TUF 1.0, as its specification 1.0.34 has it.
public struct TUFDialect: MetadataDialect {
    /// Where key ids come from.
    public let keyIDs: KeyIDRule

    /// The dialect, strict unless told otherwise.
    ///
    /// - Parameter keyIDs: Where key ids come from.
    public init(keyIDs: KeyIDRule = .calculated) {
        self.keyIDs = keyIDs
    }

    /// TUF 4.2.1: key ids in `signatures` must be unique.
    public var repeatedSignatures: RepeatedSignatures { .refused }

    /// TUF 5.3: the chain of roots is followed first, in every update.
    public var rootOrder: RootOrder { .first }

    /// Reads `{"keyid", "sig"}`.
    ///
    /// A key id that could be nobody's is passed over.
    public func signature(
        from element: JSONValue,
        at position: Int
    ) throws(MetadataError) -> MetadataSignature? {
        let field = MetadataField(element, elementOf: "signatures", at: position)
        let keyID = try field.member("keyid").string()
        let signature = try field.member("sig")
        let text = try signature.string()
        let bytes = try signature.checked { () throws(FormatError) in try Hex.bytes(text) }
        guard let id = try? KeyID(keyID) else { return nil }
        return MetadataSignature(keyID: id, method: nil, bytes: bytes)
    }

    /// The scheme that the key names, where its material is of that kind.
    public func scheme(of key: Key, for method: String?) -> SignatureScheme? {
        guard let algorithm = key.publicKey?.algorithm,
            let scheme = key.scheme.flatMap(TUFKeyScheme.init(rawValue:)), scheme.fits(algorithm)
        else { return nil }
        return scheme.signatureScheme
    }

    /// The names of TUF 1.0: by version where snapshots are consistent (TUF 6.2).
    public func edition(
        of role: RoleName,
        listedAs file: MetaFile,
        under root: Root
    ) -> MetaFileRequest.Edition {
        guard root.consistentSnapshot, let version = file.version else { return .newest }
        return .version(version)
    }
}

extension MetadataDialect where Self == TUFDialect {
    /// The metadata of TUF 1.0.
    public static var tuf: TUFDialect { TUFDialect() }
}
