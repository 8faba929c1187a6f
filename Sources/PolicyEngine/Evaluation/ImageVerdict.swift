/// What was decided about one image: only a proof or a named exception lets it pass.
public enum ImageVerdict: Sendable {
    /// Trust data proves it.
    case proven(TrustProof)
    /// The policy that governs it asks for nothing.
    case exempt(Exemption)
    /// Its rules are met without proof; the rule that says so.
    case notRequired(rule: String)
    /// It is not admitted, and all that speaks against it.
    case refused(Denials)
}
