/// Why bytes are no protobuf message.
package enum WireError: Error, Hashable, Sendable {
    /// They end within a field.
    case truncated
    /// A number has more bits than 64.
    case numberTooLarge
    /// A field has the number 0 or one past 2^29 - 1.
    case fieldNumber(UInt64)
    /// A field is of a kind that proto3 does not have.
    case wireType(Int)
    /// The text of a field is not UTF-8.
    case notUTF8(field: Int)
}

extension WireError: CustomStringConvertible {
    /// The failure in words.
    package var description: String {
        switch self {
        case .truncated: "the message ends within a field"
        case .numberTooLarge: "a number has more than 64 bits"
        case .fieldNumber(let number): "\(number) is no number of a field"
        case .wireType(let type): "wire type \(type) is not in proto3"
        case .notUTF8(let field): "field \(field) is not UTF-8"
        }
    }
}
