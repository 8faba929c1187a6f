/// What Go's `base64.StdEncoding` takes: line ends anywhere, and any bits after the last byte.
enum GoBase64 {
    /// Where it says that the fault is; nil where there is none.
    static func fault(in text: [UInt8]) -> Int? {
        var position = 0
        while position < text.count {
            if let fault = faultInGroup(of: text, from: &position) { return fault }
        }
        return nil
    }

    /// Reads four characters; those after padding are a fault.
    private static func faultInGroup(of text: [UInt8], from position: inout Int) -> Int? {
        var digits = 0
        while digits < 4 {
            guard position < text.count else { return digits == 0 ? nil : position - digits }
            let character = text[position]
            position += 1
            if isLineEnd(character) { continue }
            if isDigit(character) {
                digits += 1
                continue
            }
            guard character == padding, digits >= 2 else { return position - 1 }
            return faultInPadding(of: text, from: &position, digits: digits)
        }
        return nil
    }

    private static func faultInPadding(
        of text: [UInt8],
        from position: inout Int,
        digits: Int
    ) -> Int? {
        if digits == 2 {
            skipLineEnds(of: text, from: &position)
            guard position < text.count else { return text.count }
            guard text[position] == padding else { return position - 1 }
            position += 1
        }
        skipLineEnds(of: text, from: &position)
        return position < text.count ? position : nil
    }

    private static func skipLineEnds(of text: [UInt8], from position: inout Int) {
        while position < text.count, isLineEnd(text[position]) { position += 1 }
    }

    private static func isLineEnd(_ character: UInt8) -> Bool {
        character == UInt8(ascii: "\n") || character == UInt8(ascii: "\r")
    }

    private static func isDigit(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    private static let padding = UInt8(ascii: "=")
}
