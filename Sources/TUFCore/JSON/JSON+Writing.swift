extension JSON {
    /// The canonical form (OLPC canonical JSON): members sorted by the bytes of their names, no
    /// whitespace, only `\` and `"` escaped, numbers that are integers.
    ///
    /// - Throws: ``JSONError/notAnInteger(_:offset:)`` for a decimal,
    ///   ``JSONError/duplicateName(_:offset:)`` for an object with two members of one name.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(Self.usualBytes)
        try appendCanonical(to: &output)
        return output
    }

    /// RFC 8259 text: members in the order given, no whitespace, control characters escaped.
    public func serialized() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(Self.usualBytes)
        appendSerialized(to: &output)
        return output
    }

    /// What most values that are written take.
    private static let usualBytes = 1024

    private func appendCanonical(to output: inout [UInt8]) throws(JSONError) {
        switch self {
        case .object(let members):
            try Self.appendCanonical(members, to: &output)
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                try element.appendCanonical(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .string(let text):
            Self.appendCanonical(text, to: &output)
        case .decimal(let text):
            throw .notAnInteger(text, offset: nil)
        case .integer, .boolean, .null:
            appendSerialized(to: &output)
        }
    }

    private static func appendCanonical(
        _ members: [Member],
        to output: inout [UInt8]
    ) throws(JSONError) {
        let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        output.append(UInt8(ascii: "{"))
        for (position, member) in sorted.enumerated() {
            if position > 0 {
                output.append(UInt8(ascii: ","))
                guard !sorted[position - 1].name.hasSameBytes(as: member.name) else {
                    throw .duplicateName(member.name, offset: nil)
                }
            }
            appendCanonical(member.name, to: &output)
            output.append(UInt8(ascii: ":"))
            try member.value.appendCanonical(to: &output)
        }
        output.append(UInt8(ascii: "}"))
    }

    private static func appendCanonical(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: { $0.isEscaped }) {
            for byte in text.utf8 { output.appendEscaped(byte) }
        } else {
            output.append(contentsOf: text.utf8)
        }
        output.append(UInt8(ascii: "\""))
    }

    private func appendSerialized(to output: inout [UInt8]) {
        switch self {
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                Self.appendSerialized(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                member.value.appendSerialized(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { output.append(UInt8(ascii: ",")) }
                element.appendSerialized(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .string(let text): Self.appendSerialized(text, to: &output)
        case .integer(let number): output.append(contentsOf: String(number).utf8)
        case .decimal(let text): output.append(contentsOf: text.utf8)
        case .boolean(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .null: output.append(contentsOf: "null".utf8)
        }
    }

    private static func appendSerialized(_ text: String, to output: inout [UInt8]) {
        guard text.utf8.contains(where: { $0 < 0x20 }) else {
            return appendCanonical(text, to: &output)
        }
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte >= 0x20 {
                output.appendEscaped(byte)
            } else {
                output.append(contentsOf: controlCharacterEscape(byte).utf8)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func controlCharacterEscape(_ byte: UInt8) -> String {
        switch byte {
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        default: "\\u00" + Hex.encode([byte])
        }
    }
}

extension [UInt8] {
    /// Appends a byte of a string in canonical form.
    fileprivate mutating func appendEscaped(_ byte: UInt8) {
        if byte.isEscaped { append(UInt8(ascii: "\\")) }
        append(byte)
    }
}

extension UInt8 {
    /// Whether a backslash stands before it in a string.
    fileprivate var isEscaped: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}
