public import TUFCore

/// What one role of a simulated repository says and who signs it.
public struct SimulatedRole: Sendable {
    /// The keys its delegator lists.
    public var keys: [SigningKey]
    /// The keys that really sign: those listed, unless a test says otherwise.
    public var signers: [SigningKey] {
        get { otherSigners ?? keys }
        set { otherSigners = newValue }
    }
    /// How many must sign.
    public var threshold = 1
    /// The version of its file.
    public var version = 1
    /// When its file ends.
    public var expires = UTCTime(seconds: 2_524_608_000)
    /// Name and SHA-256 of each target.
    public var targets: [(name: String, digest: Digest)] = []
    /// Prefixes a delegation is trusted with.
    public var paths = [""]
    private var otherSigners: [SigningKey]?

    /// A role with these keys.
    ///
    /// - Parameter keys: The keys its delegator lists.
    public init(keys: [SigningKey]) {
        self.keys = keys
    }
}
