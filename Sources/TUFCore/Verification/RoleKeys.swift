/// The keys that may sign for a role and how many of them must, as one delegator says.
public struct RoleKeys: Sendable {
    /// By calculated id.
    public let keys: [KeyID: Key]
    /// At least 1.
    public let threshold: Int
    /// What the role names beside ``keys``: ids that no key of the file has.
    package let absent: Set<KeyID>

    /// No keys at all: nothing verifies.
    public static let none = RoleKeys(keys: [:], threshold: Int.max)

    /// Takes a role's keys out of those of the file that defines it.
    ///
    /// - Parameters:
    ///   - definition: Which keys, and how many must sign.
    ///   - keys: All keys of the file.
    public init(_ definition: RoleDefinition, from keys: [KeyID: Key]) {
        self.init(
            keys: keys.filter { definition.keyIDs.contains($0.key) },
            threshold: definition.threshold,
            absent: definition.keyIDs.filter { keys[$0] == nil }
        )
    }

    /// Keys and a threshold to give to a role.
    ///
    /// - Parameters:
    ///   - keys: The keys; one that comes twice counts once.
    ///   - threshold: How many must sign, at least 1.
    /// - Throws: ``FormatError/thresholdBelowOne(_:)``.
    public init(_ keys: [Key], threshold: Int = 1) throws(FormatError) {
        guard threshold >= 1 else { throw .thresholdBelowOne(threshold) }
        self.init(
            keys: Dictionary(keys.map { ($0.id, $0) }) { first, _ in first },
            threshold: threshold
        )
    }

    private init(keys: [KeyID: Key], threshold: Int, absent: Set<KeyID> = []) {
        self.keys = keys
        self.threshold = threshold
        self.absent = absent
    }

    /// The same threshold with fewer keys.
    ///
    /// - Parameter isIncluded: Whether a key may still sign.
    /// - Returns: The keys that remain.
    public func filtered(_ isIncluded: (Key) -> Bool) -> RoleKeys {
        RoleKeys(
            keys: keys.filter { isIncluded($0.value) },
            threshold: threshold,
            absent: absent
        )
    }
}
