/// What is still read of a manifest.
public struct ManifestLimits: Hashable, Sendable {
    /// Bytes of one file.
    public var maximumBytes: Int
    /// Levels of lists and maps within each other.
    public var maximumDepth: Int
    /// Values in one file, aliases of YAML counted as often as they are used.
    public var maximumValues: Int

    /// For files an operator keeps: 4 MiB, 64 levels, 200 000 values.
    public static let policies = ManifestLimits(
        maximumBytes: 4 << 20,
        maximumDepth: 64,
        maximumValues: 200_000
    )
}
