extension JSONValue.Kind {
    /// The kind with its article, for messages.
    var named: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .integer: "an integer"
        case .decimal: "a number that is not an integer"
        case .boolean: "a boolean"
        case .null: "null"
        }
    }
}
