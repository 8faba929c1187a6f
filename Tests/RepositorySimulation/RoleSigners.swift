public import TUFCore

/// The keys of one role and how many of them sign.
public struct RoleSigners: Sendable {
    /// All that are listed.
    public let listed: [SigningKey]
    /// How many must sign.
    public let threshold: Int

    /// Takes keys and a threshold.
    ///
    /// - Parameters:
    ///   - listed: All keys of the role.
    ///   - threshold: How many must sign.
    public init(_ listed: [SigningKey], threshold: Int = 1) {
        self.listed = listed
        self.threshold = threshold
    }

    /// Three new keys of TUF 1.0, two of which must sign.
    ///
    /// - Parameter last: What the last one is; the others are ECDSA and Ed25519.
    /// - Returns: The keys.
    /// - Throws: When libcrypto cannot make one.
    public static func twoOfThree(last: KeyAlgorithm = .ed25519) throws -> RoleSigners {
        RoleSigners(
            try [.ecdsa, .ed25519, last].map { try SigningKey(tuf: KeyGenerator().generate($0)) },
            threshold: 2
        )
    }

    /// As a delegator lists them.
    public var keys: RoleKeys {
        get throws { try RoleKeys(listed.map(\.key), threshold: threshold) }
    }

    /// As many as must sign, the last ones.
    public var signing: [SigningKey] { Array(listed.suffix(threshold)) }
}
