/// How large a JSON text may be, so that hostile input costs no more than it should.
public struct JSONLimits: Hashable, Sendable {
    /// The most bytes a text may have.
    ///
    /// Texts of 256 MiB and more are refused whatever it says.
    public var maximumBytes: Int
    /// The most objects and arrays that may be open at once.
    ///
    /// 512 is the most that is honoured.
    public var maximumDepth: Int

    /// Takes the limits.
    public init(maximumBytes: Int, maximumDepth: Int) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
    }

    /// For metadata of a repository: 100 MiB (Notary's own cap), depth 64.
    public static let untrustedMetadata = JSONLimits(maximumBytes: 100 << 20, maximumDepth: 64)

    /// For what a Kubernetes API server sends for review: 8 MiB, depth 128.
    public static let admissionReview = JSONLimits(maximumBytes: 8 << 20, maximumDepth: 128)
}
