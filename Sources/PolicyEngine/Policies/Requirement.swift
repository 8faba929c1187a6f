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
