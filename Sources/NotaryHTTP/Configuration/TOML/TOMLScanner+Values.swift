import TUFCore

extension TOMLScanner {
    /// How many lists and tables may be within each other.
    private static let maximumDepth = 64

    /// A key: names, bare or quoted, with dots between them.
    mutating func key() throws(ConfigurationSyntaxError) -> [String] {
        var names: [String] = []
        repeat {
            skipBlanks()
            names.append(try name())
            skipBlanks()
        } while take(".")
        return names
    }

    /// The value that comes next.
    mutating func value(depth: Int) throws(ConfigurationSyntaxError) -> JSON {
        guard depth <= Self.maximumDepth else {
            throw error("expected at most \(Self.maximumDepth) levels")
        }
        if take("[") { return try list(depth: depth + 1) }
        if take("{") { return try table(depth: depth + 1) }
        if let text = try string() { return .string(text) }
        return try scalar()
    }

    private mutating func name() throws(ConfigurationSyntaxError) -> String {
        let bare = takeWhile { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_") || $0 == 0x2d }
        if !bare.isEmpty { return String(decoding: bare, as: UTF8.self) }
        if let text = try lineString() { return text }
        throw error("expected a key, found \(shown)")
    }

    private mutating func list(depth: Int) throws(ConfigurationSyntaxError) -> JSON {
        var elements: [JSON] = []
        skipLines()
        while !take("]") {
            elements.append(try value(depth: depth))
            skipLines()
            guard take(",") else {
                guard take("]") else { throw error("expected `,` or `]`, found \(shown)") }
                break
            }
            skipLines()
        }
        return .array(elements)
    }

    private mutating func table(depth: Int) throws(ConfigurationSyntaxError) -> JSON {
        var table = TOMLTable(.header)
        skipBlanks()
        if take("}") { return table.json }
        repeat {
            let key = try key()
            try expect("=")
            skipBlanks()
            let value = try value(depth: depth)
            do {
                try table.set(key[...], to: value, below: [])
            } catch {
                throw self.error(error.description)
            }
            skipBlanks()
        } while take(",")
        try expect("}")
        return table.json
    }

    private mutating func scalar() throws(ConfigurationSyntaxError) -> JSON {
        let start = self
        let word = takeWhile { $0.isASCIIAlphanumeric || "+-_.:".utf8.contains($0) }
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "": throw error("expected a value, found \(shown)")
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: break
        }
        guard let number = TOMLNumber.json(text) else {
            let expected = "expected a text in quotes, a number, true, false, a list or a table"
            throw start.error("\(expected), found `\(text)`")
        }
        return number
    }
}

extension UInt8 {
    fileprivate var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
