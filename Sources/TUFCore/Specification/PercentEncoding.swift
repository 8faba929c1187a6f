/// Makes a role's name into one element of a path (RFC 3986, section 2).
enum PercentEncoding {
    /// Everything but letters, digits, `_`, `.`, `-` and `~` is encoded, `/` as well.
    static func encoded(_ name: String) -> String {
        var encoded: [UInt8] = []
        for byte in name.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded += Array("%\(Hex.encode([byte]).uppercased())".utf8)
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "-"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
