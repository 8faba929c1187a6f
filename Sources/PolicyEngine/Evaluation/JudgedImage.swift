/// An image, what was decided, and what becomes of the field.
public struct JudgedImage: Sendable {
    /// What was planned for it.
    public let image: PlannedImage
    /// What was decided.
    public let verdict: ImageVerdict
    /// The change that puts the proven digest into the field; nil when there is none to make.
    public let patch: JSONPatch.Operation?
}
