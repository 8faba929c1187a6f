/// A reference cut at its separators, and the grammar of the parts.
struct ImageReferenceParts {
    /// Host and path, not yet told apart.
    let name: Substring
    /// What stands between the last `:` of the last path component and the `@`.
    let tag: Substring?
    /// What stands behind the first `@`.
    let digest: Substring?

    init(_ text: String) {
        let at = text.utf8.firstIndex(of: UInt8(ascii: "@"))
        digest = at.map { text[text.utf8.index(after: $0)...] }
        (name, tag) = Self.nameAndTag(text[..<(at ?? text.endIndex)])
    }

    /// Cuts at the last `:`, if no `/` follows it, since that would make it a port.
    static func nameAndTag(_ text: Substring) -> (name: Substring, tag: Substring?) {
        guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return (text, nil) }
        let tail = text[text.utf8.index(after: colon)...]
        guard !tail.utf8.contains(UInt8(ascii: "/")) else { return (text, nil) }
        return (text[..<colon], tail)
    }

    /// Tells a host from the first part of a path.
    ///
    /// Where the first part is no host, it belongs to the path and the host is Docker Hub's, nil
    /// here.
    static func hostAndPath(_ name: Substring) -> (host: Substring?, path: Substring) {
        guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (nil, name) }
        let first = name[..<slash]
        let rest = name[name.utf8.index(after: slash)...]
        return isHost(first) ? (first, rest) : (nil, name)
    }

    /// A host has a dot, a colon or an upper-case letter, or is `localhost`.
    static func isHost(_ first: Substring) -> Bool {
        first == "localhost"
            || first.utf8.contains {
                $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || $0.isUpperCase
            }
    }

    /// Lower-case letters and digits, held together by `.`, `_`, `__` or any number of `-`.
    static func isPathComponent(_ text: Substring.UTF8View) -> Bool {
        guard let last = text.last, last.isLowerCase || last.isDigit else { return false }
        var separator: [UInt8] = [UInt8(ascii: " ")]
        for byte in text {
            if byte.isLowerCase || byte.isDigit {
                separator = []
            } else {
                separator.append(byte)
                guard isSeparator(separator) else { return false }
            }
        }
        return true
    }

    private static func isSeparator(_ bytes: [UInt8]) -> Bool {
        bytes == Array(".".utf8) || bytes == Array("_".utf8) || bytes == Array("__".utf8)
            || bytes.allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// A letter, digit or `_`, then up to 127 of these, `.` and `-`.
    static func isTag(_ text: Substring.UTF8View) -> Bool {
        guard (1...128).contains(text.count), let first = text.first else { return false }
        let isWord: (UInt8) -> Bool = { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
        return isWord(first)
            && text.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
}
