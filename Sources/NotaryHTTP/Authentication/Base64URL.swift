import TUFCore

/// Base64 with the alphabet for URLs, as JSON Web Signatures use it (RFC 7515 section 2).
enum Base64URL {
    /// Writes `bytes` without padding.
    static func encode(_ bytes: [UInt8]) -> String {
        let text = Base64.encode(bytes).utf8.filter { $0 != UInt8(ascii: "=") }
        return String(decoding: text.map(inURLs), as: UTF8.self)
    }

    /// Reads `text`; nil when it is not what an encoder writes, padding left out or not.
    static func decode(_ text: Substring.UTF8View) -> [UInt8]? {
        guard text.allSatisfy(isAllowed) else { return nil }
        let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
        let plain = text.map(plain) + padding
        return Base64.decode(String(decoding: plain, as: UTF8.self))
    }

    /// Reads `text`, as the other function does.
    static func decode(_ text: String) -> [UInt8]? {
        decode(Substring(text).utf8)
    }

    // The characters of the plain alphabet, and the line breaks that its reader passes over.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        !"+/\r\n".utf8.contains(byte)
    }

    private static func inURLs(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
    }

    private static func plain(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "-"): UInt8(ascii: "+")
        case UInt8(ascii: "_"): UInt8(ascii: "/")
        default: byte
        }
    }
}
