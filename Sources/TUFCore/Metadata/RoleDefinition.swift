/// Which keys sign for a role, and how many of them must (TUF 4.3, `ROLE`).
public struct RoleDefinition: Hashable, Sendable {
    /// Each id once.
    public let keyIDs: Set<KeyID>
    /// At least 1.
    public let threshold: Int

    /// Checks the parts.
    ///
    /// - Parameters:
    ///   - keyIDs: The ids of the role's keys.
    ///   - threshold: How many of them must sign.
    /// - Throws: ``FormatError/thresholdBelowOne(_:)``.
    public init(keyIDs: Set<KeyID>, threshold: Int) throws(FormatError) {
        guard threshold >= 1 else { throw .thresholdBelowOne(threshold) }
        self.keyIDs = keyIDs
        self.threshold = threshold
    }
}
