/// One element of `signatures`: a claim, until a threshold check has counted it.
public struct MetadataSignature: Hashable, Sendable {
    /// Which key claims to have signed.
    public let keyID: KeyID
    /// What the signature says of its method; only the Notary dialect has it.
    public let method: String?
    /// The signature itself, as the scheme encodes it.
    public let bytes: [UInt8]

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - keyID: Which key claims to have signed.
    ///   - method: What the signature says of its method.
    ///   - bytes: The signature itself.
    public init(keyID: KeyID, method: String?, bytes: [UInt8]) {
        self.keyID = keyID
        self.method = method
        self.bytes = bytes
    }
}
