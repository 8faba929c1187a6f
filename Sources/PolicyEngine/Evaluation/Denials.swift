/// Reasons to deny: at least one.
public struct Denials: Hashable, Sendable {
    /// All reasons, in the order of the fields.
    public let reasons: [DenialReason]

    /// Takes reasons; nil when there are none.
    init?(_ reasons: [DenialReason]) {
        guard !reasons.isEmpty else { return nil }
        self.reasons = reasons
    }

    /// For the person who asked, a line for each reason.
    public var message: String { reasons.map(\.description).joined(separator: "\n") }
}

extension Denials {
    /// What remains when nothing allows and nothing in particular speaks against it.
    static let ungoverned = Denials(only: DenialReason(.noPolicy, "no policy admits it"))

    init(only reason: DenialReason) { reasons = [reason] }
}
