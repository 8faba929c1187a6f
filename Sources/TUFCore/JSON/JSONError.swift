/// Why a text is not JSON that is accepted here, or a value has no canonical form.
///
/// Offsets are counted in bytes from the start of the text.
public enum JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the grammar asks for at some place.
    public enum Expectation: String, Hashable, Sendable {
        /// Any value.
        case value = "a value"
        /// The name of a member.
        case name = "a member name"
        /// The name of a first member, or the end of the object.
        case nameOrBrace = "a member name or `}`"
        /// The sign between name and value.
        case colon = "`:`"
        /// Another member, or the end of the object.
        case commaOrBrace = "`,` or `}`"
        /// Another element, or the end of the array.
        case commaOrBracket = "`,` or `]`"
        /// A digit of a number.
        case digit = "a digit"
        /// The rest of a string.
        case closingQuote = "the end of the string"
        /// A letter that may follow a backslash.
        case escape = "an escape"
        /// Four of them follow `\u`.
        case hexDigit = "a hexadecimal digit"
        /// Nothing but whitespace may follow the value.
        case end = "the end of the text"
    }

    /// The text is longer than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// An object or array is inside more others than the limit allows.
    case tooDeep(offset: Int, limit: Int)
    /// The text stops too early.
    case unexpectedEnd(offset: Int, expected: Expectation)
    /// The byte found does not fit the grammar.
    case unexpectedByte(offset: Int, found: UInt8, expected: Expectation)
    /// A number has a zero before its other digits.
    case leadingZero(offset: Int)
    /// A control character stands in a string without being escaped.
    case controlCharacter(offset: Int, found: UInt8)
    /// A byte is not part of well-formed UTF-8.
    case invalidUTF8(offset: Int, found: UInt8)
    /// An escape gives one half of a surrogate pair.
    case loneSurrogate(offset: Int)
    /// The text starts with a byte order mark.
    case byteOrderMark
    /// An object has two members of one name. There is no offset for objects built in code.
    case duplicateName(String, offset: Int?)
    /// A number that is no 64-bit integer has no canonical form. There is no offset for numbers
    /// built in code.
    case notAnInteger(String, offset: Int?)

    /// The error in words, with the offset.
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit):
            "\(bytes) bytes are more than the \(limit) allowed"
        case .tooDeep(let offset, let limit):
            "more than \(limit) levels at byte \(offset)"
        case .unexpectedEnd(let offset, let expected):
            "expected \(expected.rawValue) at byte \(offset), but the text ends"
        case .unexpectedByte(let offset, let found, let expected):
            "expected \(expected.rawValue) at byte \(offset), found \(Self.shown(found))"
        case .leadingZero(let offset):
            "expected a number without leading zero at byte \(offset)"
        case .controlCharacter(let offset, let found):
            "expected an escape at byte \(offset), found the control character \(Self.shown(found))"
        case .invalidUTF8(let offset, let found):
            "expected UTF-8 at byte \(offset), found \(Self.shown(found))"
        case .loneSurrogate(let offset):
            "expected a surrogate pair at byte \(offset), found one half"
        case .byteOrderMark:
            "expected a value at byte 0, found a byte order mark"
        case .duplicateName(let name, let offset):
            "expected distinct member names\(Self.place(offset)), found `\(name)` again"
        case .notAnInteger(let number, let offset):
            "expected a 64-bit integer\(Self.place(offset)), found `\(number)`"
        }
    }

    private static func place(_ offset: Int?) -> String {
        offset.map { " at byte \($0)" } ?? ""
    }

    private static func shown(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte)
            ? "`\(Character(Unicode.Scalar(byte)))`" : "0x\(Hex.encode([byte]))"
    }
}
