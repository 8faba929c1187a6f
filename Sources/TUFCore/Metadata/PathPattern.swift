/// A pattern for target paths (TUF 4.5, `PATHPATTERN`): `*` and `?` match within one directory.
public struct PathPattern: Hashable, Sendable {
    /// The pattern as written.
    public let text: String
    private let bytes: [UInt8]

    /// Takes a pattern as written; every text is one.
    ///
    /// - Parameter text: The pattern.
    public init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    /// Whether the pattern matches a whole path.
    ///
    /// A separator is matched only by itself; case and bytes matter. `?` is one character.
    ///
    /// - Parameter path: The path.
    /// - Returns: True when it matches. The time is at most the product of both lengths.
    public func matches(_ path: String) -> Bool {
        let path = Array(path.utf8)
        var (inPattern, inPath) = (0, 0)
        var retry: (pattern: Int, path: Int)?
        while inPath < path.count {
            if inPattern < bytes.count, bytes[inPattern] == UInt8(ascii: "*") {
                retry = (inPattern + 1, inPath)
                inPattern += 1
            } else if let end = characterEnd(inPattern, matching: path, at: inPath) {
                inPattern += 1
                inPath = end
            } else if let star = retry, path[star.path] != UInt8(ascii: "/") {
                retry = (star.pattern, star.path + 1)
                (inPattern, inPath) = (star.pattern, star.path + 1)
            } else {
                return false
            }
        }
        return bytes[inPattern...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// Where the path goes on after one pattern byte; nil when that does not match.
    private func characterEnd(_ index: Int, matching path: [UInt8], at offset: Int) -> Int? {
        guard index < bytes.count else { return nil }
        guard bytes[index] == UInt8(ascii: "?") else {
            return bytes[index] == path[offset] ? offset + 1 : nil
        }
        guard path[offset] != UInt8(ascii: "/") else { return nil }
        var end = offset + 1
        while end < path.count, path[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}
