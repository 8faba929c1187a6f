/// What a repository's `policy` asks for: all of it must be met.
public struct Policy: Hashable, Sendable {
    /// Whether a proven digest is put into the object.
    let mutatesImage: Bool
    /// What must hold; nothing at all makes the policy an exemption.
    let requirements: [Requirement]
}

/// One thing a policy asks for.
enum Requirement: Hashable, Sendable {
    /// `trust.enabled: true`
    case trust(TrustRequirement)
    /// `simple.requirements[]` of type `insecureAcceptAnything`
    case acceptAnything
    /// `simple.requirements[]` of type `reject`
    case reject
    /// Something Portieris can check and this version cannot; never ignored.
    case unsupported(String)
}

/// A policy's `trust`, enabled.
struct TrustRequirement: Hashable, Sendable {
    /// The server named; nil leaves it to the registry's own.
    let server: TrustServer?
    /// Names of the Secrets whose signers must all have signed.
    let signerSecrets: [String]
    /// Which root keys are believed.
    let pin: TrustPinPolicy
}
