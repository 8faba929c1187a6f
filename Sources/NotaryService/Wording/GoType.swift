import TUFCore

/// A type of Notary's Go code, as far as reading JSON into it can go wrong.
///
/// What is taken is read by `TUFCore`; from here comes what Notary refuses beyond it, and in which
/// words.
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
    /// A map of which this is known without a look at each value.
    case table(JSONRecord, GoType)
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
        case (.table(let record, let map), _):
            return value.isTable(of: record) ? nil : map.fault(in: value, of: text)
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
        case .table(_, let map): map.name
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

    private static func base64Fault(in text: String) -> String? {
        GoBase64.fault(in: Array(text.utf8)).map { "illegal base64 data at input byte \($0)" }
    }
}
