public import TUFCore

/// The choices an operator has over what the service signs.
public struct ServiceSettings: Hashable, Sendable {
    /// What new keys of the server are.
    public var keyAlgorithm: KeyAlgorithm
    /// How long a snapshot signed here is valid, in seconds; Notary's three years of 365 days.
    public var snapshotLifetime: Int
    /// How long a timestamp signed here is valid, in seconds; Notary's 14 days.
    public var timestampLifetime: Int
    /// How many keys may be in the making at once; who asks for one more is told to come again.
    public var keyCreationsAtOnce: Int

    /// Notary's defaults with ECDSA keys, unless told otherwise.
    public init(
        keyAlgorithm: KeyAlgorithm = .ecdsa,
        snapshotLifetime: Int = 3 * 365 * 86_400,
        timestampLifetime: Int = 14 * 86_400,
        keyCreationsAtOnce: Int = 64
    ) {
        self.keyAlgorithm = keyAlgorithm
        self.snapshotLifetime = snapshotLifetime
        self.timestampLifetime = timestampLifetime
        self.keyCreationsAtOnce = keyCreationsAtOnce
    }
}
