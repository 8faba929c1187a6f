/// A name out of metadata, made harmless for a path or a URL: all but letters, digits, `-`, `.`,
/// `_` and `~` is percent-encoded, byte by byte.
enum EncodedName {
    /// As one element of a path: it names a file in its folder and nothing else.
    static func element(_ name: String) -> String {
        let isDots = name == "." || name == ".."
        return name.utf8.map { encoded($0, keeping: isDots ? "" : ".") }.joined()
    }

    /// As a relative path of a URL, its slashes kept.
    static func path(_ name: String) -> String {
        name.utf8.map { encoded($0, keeping: "./") }.joined()
    }

    private static func encoded(_ byte: UInt8, keeping others: String) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            String(UnicodeScalar(byte))
        case let byte where others.utf8.contains(byte): String(UnicodeScalar(byte))
        default: "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> String {
        String(digit, radix: 16, uppercase: true)
    }
}
