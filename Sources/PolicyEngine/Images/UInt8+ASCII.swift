/// Classes of ASCII bytes that image references are made of.
extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLowerCase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    var isUpperCase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    var isAlphanumeric: Bool { isDigit || isLowerCase || isUpperCase }

    var isHexDigit: Bool {
        isLowerHexDigit || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
    }

    var isLowerHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self) }
}
