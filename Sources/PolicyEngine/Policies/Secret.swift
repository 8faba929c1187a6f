/// A Kubernetes Secret as far as policies and pods name it.
struct Secret: Sendable {
    /// Something that was looked for in the Secret.
    enum Content<Value: Sendable>: Sendable {
        case usable(Value)
        /// It is not there or wrong, and why.
        case unusable(String)
    }

    let id: NamespacedName
    /// What a policy's `signerSecrets` refers to.
    let signer: Content<SignerRequirement>
    /// What a pod's `imagePullSecrets` refers to.
    let credentials: Content<[RegistryCredential]>
    /// What was left aside of the credentials.
    let remarks: [String]
}
