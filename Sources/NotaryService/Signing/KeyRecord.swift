public import TUFCore

/// What is remembered of a key that a signer elsewhere holds.
public struct KeyRecord: Hashable, Sendable {
    /// The key's id, as metadata names it.
    public let id: KeyID
    /// What it signs, and nothing else.
    public let purpose: KeyPurpose
    /// Whether it may have signed already.
    public let isUsed: Bool

    /// A record as a store reads it back.
    public init(id: KeyID, purpose: KeyPurpose, isUsed: Bool) {
        self.id = id
        self.purpose = purpose
        self.isUsed = isUsed
    }
}
