import TUFCore

/// Percent-encoding of the two places of a URL that this client fills (RFC 3986, 2 and 3.3).
enum PercentEncoding {
    /// Encodes a path, keeping its slashes and what a segment may have unencoded.
    static func path(_ text: String) -> String {
        encode(text, keeping: "-._~!$&'()*+,;=:@/")
    }

    /// Encodes a name or value of a query.
    static func queryValue(_ text: String) -> String { encode(text, keeping: "-._~/:,") }

    private static func encode(_ text: String, keeping kept: String) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isAlphanumeric(byte) || kept.utf8.contains(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded += Hex.encode([byte]).uppercased().utf8
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
