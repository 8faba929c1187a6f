/// The object at the start of a text, which is all that Notary reads at first.
struct FirstObject {
    /// The object itself.
    let bytes: [UInt8]
    /// What follows it, white space apart; nil at the end.
    let next: Character?

    /// nil when there is no object, or it does not end.
    init?(of text: [UInt8]) {
        guard let start = text.firstIndex(where: { !Self.isSpace($0) }),
            text[start] == UInt8(ascii: "{"), let end = Self.end(of: text[start...])
        else { return nil }
        bytes = Array(text[start..<end])
        let rest = text[end...].drop(while: Self.isSpace)
        next = String(decoding: rest.prefix(4), as: UTF8.self).first
    }

    private static func end(of text: ArraySlice<UInt8>) -> Int? {
        var depth = 0
        var isInString = false
        var isEscaped = false
        for (index, byte) in zip(text.indices, text) {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index + 1 }
            default: break
            }
        }
        return nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        [0x09, 0x0A, 0x0D, 0x20].contains(byte)
    }
}
