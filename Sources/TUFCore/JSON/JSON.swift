/// A JSON value to be written.
///
/// An object keeps its members in the order they were given.
public indirect enum JSON: Hashable, Sendable {
    /// A member of an object.
    public struct Member: Hashable, Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: JSON

        /// Takes name and value.
        public init(name: String, value: JSON) {
            self.name = name
            self.value = value
        }
    }

    case object([Member])
    case array([JSON])
    case string(String)
    case integer(Int)
    /// A number as it is to be written; it must be one of RFC 8259.
    case decimal(String)
    case boolean(Bool)
    case null
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    /// An object with the members of a dictionary literal, in its order.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }

    /// An array.
    public init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }

    /// A string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// An integer.
    public init(integerLiteral value: Int) {
        self = .integer(value)
    }

    /// A boolean.
    public init(booleanLiteral value: Bool) {
        self = .boolean(value)
    }

    /// Null.
    public init(nilLiteral: ()) {
        self = .null
    }
}
