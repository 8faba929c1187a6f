/// A header value of the form `type; name=value; name="quoted value"`.
///
/// Read as Go's `mime.ParseMediaType` does, without continuations and encoded values (RFC 2231),
/// which no client of Notary sends.
struct MediaType: Hashable, Sendable {
    /// In lower case.
    let type: String
    /// By lower-case name.
    let parameters: [String: String]

    /// Nil when the value does not have the form, or names a parameter twice.
    init?(_ text: String) {
        var rest = Substring(text)
        type = Self.trimmed(rest.prefix { $0 != ";" }).lowercased()
        rest = rest.drop { $0 != ";" }
        let halves = type.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count <= 2, halves.allSatisfy(Self.isToken) else { return nil }
        var parameters: [String: String] = [:]
        while rest.first == ";" {
            rest = Self.trimmedStart(rest.dropFirst())
            if rest.isEmpty { break }
            guard let (name, value) = Self.takeParameter(&rest), parameters[name] == nil else {
                return nil
            }
            parameters[name] = value
        }
        guard rest.isEmpty else { return nil }
        self.parameters = parameters
    }

    private static func takeParameter(_ rest: inout Substring) -> (String, String)? {
        let name = rest.prefix { $0 != "=" && $0 != ";" }
        rest = rest.dropFirst(name.count)
        guard rest.first == "=", isToken(trimmed(name)) else { return nil }
        rest = trimmedStart(rest.dropFirst())
        guard let value = rest.first == "\"" ? takeQuoted(&rest) : takeToken(&rest) else {
            return nil
        }
        rest = trimmedStart(rest)
        return (trimmed(name).lowercased(), value)
    }

    private static func takeToken(_ rest: inout Substring) -> String? {
        let token = rest.prefix(while: isTokenCharacter)
        rest = rest.dropFirst(token.count)
        return token.isEmpty ? nil : String(token)
    }

    private static func takeQuoted(_ rest: inout Substring) -> String? {
        rest.removeFirst()
        var value = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return value
            case "\\":
                // A backslash escapes only what needs it: some clients send bare ones.
                if let next = rest.first, isSpecial(next) {
                    value.append(next)
                    rest.removeFirst()
                } else {
                    value.append(character)
                }
            case "\r", "\n", "\r\n": return nil
            default: value.append(character)
            }
        }
        return nil
    }

    private static func isToken(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy(isTokenCharacter)
    }

    private static func isTokenCharacter(_ character: Character) -> Bool {
        guard let byte = character.asciiValue else { return false }
        return byte > 0x20 && byte < 0x7f && !specials.contains(byte)
    }

    private static func isSpecial(_ character: Character) -> Bool {
        character.asciiValue.map(specials.contains) ?? false
    }

    private static let specials = Array("()<>@,;:\\\"/[]?=".utf8)

    private static func trimmedStart(_ text: Substring) -> Substring {
        text.drop { $0.isWhitespace }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = trimmedStart(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
