import TUFCore

/// Reads TOML 1.0, but for dates, `inf` and `nan`, which no configuration here has.
struct TOMLReader {
    private var scanner: TOMLScanner
    private var root = TOMLTable(.header)
    /// The header that the lines now belong to.
    private var header: [String] = []

    /// What `text` says.
    static func tree(_ text: String) throws(ConfigurationSyntaxError) -> JSON {
        var reader = TOMLReader(scanner: TOMLScanner(text))
        while try reader.readLine() {}
        return reader.root.json
    }

    private init(scanner: TOMLScanner) {
        self.scanner = scanner
    }

    /// Reads a line with what belongs to it; false at the end.
    private mutating func readLine() throws(ConfigurationSyntaxError) -> Bool {
        scanner.skipBlanks()
        switch scanner.peek {
        case nil: return false
        case UInt8(ascii: "["): try readHeader()
        case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
        default: try readSetting()
        }
        try scanner.endLine()
        return true
    }

    private mutating func readHeader() throws(ConfigurationSyntaxError) {
        let isElement = scanner.take("[[")
        if !isElement { try scanner.expect("[") }
        header = try scanner.key()
        try scanner.expect(isElement ? "]]" : "]")
        do {
            try isElement ? root.addElement(header[...]) : root.open(header[...])
        } catch {
            throw scanner.error(error.description)
        }
    }

    private mutating func readSetting() throws(ConfigurationSyntaxError) {
        let key = try scanner.key()
        try scanner.expect("=")
        scanner.skipBlanks()
        let value = try scanner.value(depth: 1)
        do {
            try root.set(key[...], to: value, below: header[...])
        } catch {
            throw scanner.error(error.description)
        }
    }
}
