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

/// An exception that a policy makes by asking for nothing.
public struct Exemption: Hashable, Sendable {
    /// The policy that makes it.
    public let policy: PolicyID
    /// The pattern that matched.
    public let pattern: String
}

/// An image, what was decided, and what becomes of the field.
public struct JudgedImage: Sendable {
    /// What was planned for it.
    public let image: PlannedImage
    /// What was decided.
    public let verdict: ImageVerdict
    /// The change that puts the proven digest into the field; nil when there is none to make.
    public let patch: JSONPatch.Operation?
}
