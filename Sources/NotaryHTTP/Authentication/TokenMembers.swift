import TUFCore

/// Reads the members of an object in a token; `null` is like absence, as it is to Go.
struct TokenMembers: Sendable {
    private let json: JSONValue
    private let part: TokenError.Part

    init(_ json: JSONValue, of part: TokenError.Part) {
        self.json = json
        self.part = part
    }

    func string(_ name: String) throws(TokenError) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.string else { throw unexpected("a string", name) }
        return text
    }

    func integer(_ name: String) throws(TokenError) -> Int? {
        guard let value = value(name) else { return nil }
        guard let number = value.integer else { throw unexpected("an integer", name) }
        return number
    }

    func strings(_ name: String) throws(TokenError) -> [String]? {
        guard let value = value(name) else { return nil }
        let texts = value.elements.compactMap(\.string)
        guard value.kind == .array, texts.count == value.count else {
            throw unexpected("an array of strings", name)
        }
        return texts
    }

    func object(_ name: String) throws(TokenError) -> TokenMembers? {
        guard let value = value(name) else { return nil }
        guard value.kind == .object else { throw unexpected("an object", name) }
        return TokenMembers(value, of: part)
    }

    func objects(_ name: String) throws(TokenError) -> [TokenMembers] {
        guard let value = value(name) else { return [] }
        guard value.kind == .array, value.elements.allSatisfy({ $0.kind == .object }) else {
            throw unexpected("an array of objects", name)
        }
        return value.elements.map { TokenMembers($0, of: part) }
    }

    /// A string, or an array of them.
    func stringOrStrings(_ name: String) throws(TokenError) -> [String] {
        if let text = value(name)?.string { return [text] }
        return try strings(name) ?? []
    }

    func has(_ name: String) -> Bool { json[name] != nil }

    private func value(_ name: String) -> JSONValue? {
        guard let value = json[name], !value.isNull else { return nil }
        return value
    }

    private func unexpected(_ expected: String, _ name: String) -> TokenError {
        .malformed(part: part, "expected \(expected) in `\(name)`")
    }
}
