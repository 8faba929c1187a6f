public import TUFCore

/// Who signs a role.
public struct TestRole: Sendable {
    /// The keys.
    public var keys: [Key]
    /// How many of them must sign.
    public var threshold: Int

    /// A role of some keys.
    public init(_ keys: [Key], threshold: Int = 1) {
        self.keys = keys
        self.threshold = threshold
    }

    var json: [JSON.Member] {
        [
            .init(name: "keyids", value: .array(keys.map { .string($0.id.hex) })),
            .init(name: "threshold", value: .integer(threshold)),
        ]
    }
}

extension [Key] {
    /// A `keys` object, each key once.
    var json: JSON {
        .object(
            Dictionary(map { ($0.id.hex, $0.notaryJSON) }) { $1 }
                .map { JSON.Member(name: $0.key, value: $0.value) }
        )
    }
}
