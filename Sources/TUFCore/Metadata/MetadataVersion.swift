/// The version of one metadata file: a whole number that only grows.
///
/// TUF 4.3 (root): `VERSION` is an integer greater than 0.
public struct MetadataVersion: Hashable, Sendable {
    /// At least 1.
    public let number: Int

    /// The version every role begins with.
    public static let first = MetadataVersion(unchecked: 1)

    /// Checks a number read from a file.
    ///
    /// - Parameter number: What the file says.
    /// - Throws: ``FormatError/versionBelowOne(_:)``.
    public init(_ number: Int) throws(FormatError) {
        guard number >= 1 else { throw .versionBelowOne(number) }
        self.number = number
    }

    private init(unchecked number: Int) {
        self.number = number
    }

    /// The version after this one; the largest one has itself as its next.
    public var next: MetadataVersion {
        MetadataVersion(unchecked: number == Int.max ? number : number + 1)
    }
}

extension MetadataVersion: Comparable {
    /// Orders versions by their number.
    public static func < (one: MetadataVersion, other: MetadataVersion) -> Bool {
        one.number < other.number
    }
}

extension MetadataVersion: CustomStringConvertible {
    /// The number, decimal.
    public var description: String { String(number) }
}
