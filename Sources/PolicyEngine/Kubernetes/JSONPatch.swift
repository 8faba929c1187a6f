public import TUFCore

/// Changes to a JSON document (RFC 6902).
public enum JSONPatch {
    /// One change; images are only ever replaced.
    public struct Operation: Hashable, Sendable {
        /// The field that changes.
        public let path: JSONPointer
        /// What it becomes.
        public let value: String

        /// Replaces the string at `path`, which must be there.
        public init(replacing path: JSONPointer, with value: String) {
            self.path = path
            self.value = value
        }

        /// `{"op":"replace","path":…,"value":…}`.
        public var json: JSON {
            .object([
                .init(name: "op", value: .string("replace")),
                .init(name: "path", value: .string(path.text)),
                .init(name: "value", value: .string(value)),
            ])
        }
    }

    /// The patch document.
    ///
    /// - Parameter operations: the changes, in order.
    /// - Returns: a JSON array as bytes.
    public static func document(_ operations: [Operation]) -> [UInt8] {
        JSON.array(operations.map(\.json)).serialized()
    }
}
