/// Why trust data does not prove a target.
public struct TrustRefusal: Error, Hashable, Sendable {
    /// The kinds of reasons, so that they can be counted and told apart.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The server has no trust data, or the role no such target.
        case notSigned = "not signed"
        /// The target has another digest than the reference.
        case wrongDigest = "wrong digest"
        /// A signer's role is not there, has not signed this, or signed with another key.
        case signerMissing = "signer missing"
        /// Metadata has expired.
        case expired = "expired"
        /// Metadata is older than what was seen before.
        case rollback = "rolled back"
        /// The root is not one that the pin allows.
        case pinNotMet = "root not pinned"
        /// Nothing pins the root, and first use is not allowed.
        case unpinned = "no pin"
        /// Signatures or structure do not hold.
        case invalid = "invalid trust data"
        /// The server wants credentials that there are not.
        case unauthorized = "not authorized"
    }

    /// The kind of reason.
    public let reason: Reason
    /// The details, in words.
    public let text: String

    /// Refuses.
    public init(_ reason: Reason, _ text: String) {
        self.reason = reason
        self.text = text
    }
}

extension TrustRefusal: CustomStringConvertible {
    /// The kind of reason and the details, `not signed: …`.
    public var description: String { "\(reason.rawValue): \(text)" }
}
