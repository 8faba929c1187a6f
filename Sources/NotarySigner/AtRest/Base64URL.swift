import TUFCore

/// Base64 in the alphabet of URLs, without padding (RFC 7515 appendix C).
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        String(
            Base64.encode(bytes)
                .compactMap { character -> Character? in
                    switch character {
                    case "+": "-"
                    case "/": "_"
                    case "=": nil
                    default: character
                    }
                }
        )
    }

    static func decode(_ text: Substring) -> [UInt8]? {
        guard text.utf8.allSatisfy(isOfAlphabet) else { return nil }
        let standard = text.map { character -> Character in
            switch character {
            case "-": "+"
            case "_": "/"
            default: character
            }
        }
        let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
        return Base64.decode(String(standard) + padding)
    }

    private static func isOfAlphabet(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default:
            false
        }
    }
}
