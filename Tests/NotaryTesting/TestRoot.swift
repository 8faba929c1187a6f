public import TUFCore

/// A root as a publisher writes it.
public struct TestRoot: TestFile {
    /// The version.
    public var version = 1
    /// When it expires.
    public var expires = TestTime.days(3650)
    /// Who signs roots.
    public var root: TestRole
    /// Who signs targets.
    public var targets: TestRole
    /// Who signs snapshots.
    public var snapshot: TestRole
    /// Who signs timestamps.
    public var timestamp: TestRole
    /// What the file says it is.
    public var type = "Root"

    /// A root of one key a role.
    public init(root: Key, targets: Key, snapshot: Key, timestamp: Key) {
        self.root = TestRole([root])
        self.targets = TestRole([targets])
        self.snapshot = TestRole([snapshot])
        self.timestamp = TestRole([timestamp])
    }

    /// See ``TestFile``.
    public var roleName: String { "root" }

    /// See ``TestFile``.
    public var signed: JSON {
        let roles = [
            ("root", root), ("targets", targets), ("snapshot", snapshot), ("timestamp", timestamp),
        ]
        return .object([
            .init(name: "_type", value: .string(type)),
            .init(name: "consistent_snapshot", value: .boolean(false)),
            .init(name: "expires", value: .string(expires.description)),
            .init(name: "keys", value: roles.flatMap(\.1.keys).json),
            .init(
                name: "roles",
                value: .object(roles.map { .init(name: $0.0, value: .object($0.1.json)) })
            ),
            .init(name: "version", value: .integer(version)),
        ])
    }
}
