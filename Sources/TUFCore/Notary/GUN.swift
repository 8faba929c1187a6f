/// The Globally Unique Name of a repository, such as `docker.io/library/nginx`.
///
/// Names are compared byte by byte: case, accents and trailing blanks matter.
public struct GUN: Hashable, Sendable {
    /// 1 to 255 bytes, without `*` and control characters.
    public let name: String

    /// Checks a name read from a request or a file.
    ///
    /// - Parameter name: The whole name.
    /// - Throws: ``FormatError/gun(_:)``.
    public init(_ name: String) throws(FormatError) {
        let bytes = name.utf8
        guard (1...255).contains(bytes.count),
            !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "*") })
        else { throw .gun(name) }
        self.name = name
    }

    /// Equality by bytes.
    public static func == (one: GUN, other: GUN) -> Bool {
        one.name.hasSameBytes(as: other.name)
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in name.utf8 { hasher.combine(byte) }
    }
}

extension GUN: CustomStringConvertible {
    /// The name itself.
    public var description: String { name }
}
