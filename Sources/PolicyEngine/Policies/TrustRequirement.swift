/// A policy's `trust`, enabled.
struct TrustRequirement: Hashable, Sendable {
    /// The server named; nil leaves it to the registry's own.
    let server: TrustServer?
    /// Names of the Secrets whose signers must all have signed.
    let signerSecrets: [String]
    /// Which root keys are believed.
    let pin: TrustPinPolicy
}
