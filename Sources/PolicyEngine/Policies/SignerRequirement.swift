public import TUFCore

/// A signer who must have signed: a delegation and the key that speaks for it.
public struct SignerRequirement: Hashable, Sendable {
    /// The delegation, `targets/<name>`.
    public let role: RoleName
    /// The key that must have signed the delegation's file, and not merely be listed for it.
    public let publicKey: PublicKey
    /// The id of the bare key, for messages.
    public let keyID: KeyID
    /// The Secret that names the signer, `namespace/name`.
    public let secret: String

    init(role: RoleName, publicKey: PublicKey, secret: String) {
        self.role = role
        self.publicKey = publicKey
        self.secret = secret
        keyID = Key(notary: publicKey).id
    }
}
