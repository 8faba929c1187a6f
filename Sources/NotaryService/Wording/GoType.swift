import TUFCore

/// A type of Notary's Go code, as far as reading JSON into it can go wrong.
///
/// Only the words for a file that was refused come from here: what is taken is read by `TUFCore`.
indirect enum GoType: Sendable {
    case string
    /// A string under a name of its own.
    case namedString(String)
    case integer(name: String)
    case boolean
    /// Bytes in base64.
    case bytes
    /// What is read without a look at its kind.
    case anything
    case list(name: String, of: GoType)
    case map(name: String, of: GoType)
    case structure(name: String, [String: GoType])

    /// What Go's `encoding/json` says of `value`, a part of `text`; nil when it can be read.
    ///
    /// Of several faults the first in the text counts; null stands for nothing of any type.
    func fault(in value: JSONValue, of text: [UInt8]) -> String? {
        switch (self, value.kind) {
        case (.anything, _), (_, .null), (.string, .string), (.namedString, .string),
            (.boolean, .boolean):
            return nil
        case (.integer, .integer) where value.integer != nil: return nil
        case (.bytes, .string): return Self.base64Fault(in: value.string ?? "")
        case (.list(_, let element), .array):
            return value.elements.lazy.compactMap { element.fault(in: $0, of: text) }.first
        case (.map(_, let element), .object):
            return value.members.lazy.compactMap { element.fault(in: $0.value, of: text) }.first
        case (.structure(_, let members), .object):
            return value.members.lazy
                .compactMap { members[$0.name]?.fault(in: $0.value, of: text) }.first
        default:
            let found = description(of: value, in: text)
            return "json: cannot unmarshal \(found) into Go value of type \(name)"
        }
    }

    private var name: String {
        switch self {
        case .string: "string"
        case .boolean: "bool"
        case .bytes: "[]uint8"
        case .anything: "interface {}"
        case .namedString(let name), .integer(let name), .list(let name, _), .map(let name, _),
            .structure(let name, _):
            name
        }
    }

    private func description(of value: JSONValue, in text: [UInt8]) -> String {
        switch value.kind {
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .boolean: "bool"
        case .null: "null"
        case .integer, .decimal:
            if case .integer = self {
                "number \(String(decoding: text[value.byteRange], as: UTF8.self))"
            } else {
                "number"
            }
        }
    }

    /// Where Go finds the first character that is none of base64; line ends are passed over.
    private static func base64Fault(in text: String) -> String? {
        let bytes = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }
        guard Base64.decode(String(decoding: bytes, as: UTF8.self)) == nil else { return nil }
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        let position = text.utf8.prefix { alphabet.contains($0) || $0 == 0x0A || $0 == 0x0D }.count
        return "illegal base64 data at input byte \(position)"
    }
}
