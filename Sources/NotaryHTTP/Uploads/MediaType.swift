/// A header value of the form `type; name=value; name="quoted value"`.
///
/// Read as Go's `mime.ParseMediaType` does.
struct MediaType: Hashable, Sendable {
    /// In lower case.
    let type: String
    /// By lower-case name; of those of RFC 2231 (`name*`, `name*0`) what they stand for, by `name`.
    let parameters: [String: String]

    /// Nil when the value does not have the form, or names a parameter twice.
    init?(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        let name = Self.trimmed(rest.prefix { $0 != ";" })
        type = Self.text(name).lowercased()
        rest = rest.drop { $0 != ";" }
        let halves = name.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2, halves.allSatisfy(Self.isToken) else { return nil }
        var written: [String: String] = [:]
        while rest.first == ";" {
            rest = Self.trimmedStart(rest.dropFirst())
            if rest.isEmpty { break }
            guard let (name, value) = Self.takeParameter(&rest), written[name] == nil else {
                return nil
            }
            written[name] = value
        }
        guard rest.isEmpty else { return nil }
        parameters = ExtendedParameters.joined(written)
    }

    /// Scalars, as Go has them: characters take several times as long.
    private typealias Scalars = ArraySlice<Unicode.Scalar>

    private static func takeParameter(_ rest: inout Scalars) -> (String, String)? {
        let name = rest.prefix { $0 != "=" && $0 != ";" }
        rest = rest[name.endIndex...]
        guard rest.first == "=", isToken(trimmed(name)) else { return nil }
        rest = trimmedStart(rest.dropFirst())
        guard let value = rest.first == "\"" ? takeQuoted(&rest) : takeToken(&rest) else {
            return nil
        }
        rest = trimmedStart(rest)
        return (self.text(trimmed(name)).lowercased(), value)
    }

    private static func takeToken(_ rest: inout Scalars) -> String? {
        let token = rest.prefix(while: isTokenScalar)
        rest = rest[token.endIndex...]
        return token.isEmpty ? nil : text(token)
    }

    private static func takeQuoted(_ rest: inout Scalars) -> String? {
        rest.removeFirst()
        var value: Scalars = []
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return text(value)
            case "\\":
                // A backslash escapes only what needs it: some clients send bare ones.
                if let next = rest.first, isSpecial(next) {
                    value.append(next)
                    rest.removeFirst()
                } else {
                    value.append(scalar)
                }
            case "\r", "\n": return nil
            default: value.append(scalar)
            }
        }
        return nil
    }

    private static func text(_ scalars: Scalars) -> String {
        if scalars.allSatisfy({ $0.isASCII }) {
            let bytes = scalars.map { UInt8(truncatingIfNeeded: $0.value) }
            return String(decoding: bytes, as: UTF8.self)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private static func isToken(_ text: Scalars) -> Bool {
        !text.isEmpty && text.allSatisfy(isTokenScalar)
    }

    private static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value < 0x7F && !isSpecial(scalar)
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "<", ">", "@", ",", ";", ":", "\\", "\"", "/", "[", "]", "?", "=": true
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
    }

    private static func trimmedStart(_ text: Scalars) -> Scalars {
        text.drop(while: isSpace)
    }

    private static func trimmed(_ text: Scalars) -> Scalars {
        var text = trimmedStart(text)
        while text.last.map(isSpace) == true { text.removeLast() }
        return text
    }
}
