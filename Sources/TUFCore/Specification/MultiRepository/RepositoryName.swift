/// What a client calls a repository in its map (TAP 4).
///
/// It names the folder of the repository's metadata as well, so it can be nothing but one plain
/// element of a path (CVE-2026-24686).
public struct RepositoryName: Hashable, Sendable, CustomStringConvertible {
    /// A letter or digit, then letters, digits, `.`, `_` and `-`; at most 255 bytes.
    public let name: String
    /// What everything proven of this repository is labelled with.
    public let gun: GUN

    /// Checks a name.
    ///
    /// - Parameter name: The name.
    /// - Throws: ``FormatError/repositoryName(_:)``.
    public init(_ name: String) throws(FormatError) {
        guard let first = name.utf8.first, Self.isAlphanumeric(first),
            name.utf8.allSatisfy({ Self.isAlphanumeric($0) || "._-".utf8.contains($0) }),
            let gun = try? GUN(name)
        else { throw .repositoryName(name) }
        self.name = name
        self.gun = gun
    }

    /// The name itself.
    public var description: String { name }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
