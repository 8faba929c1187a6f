public import TUFCore

/// A targets file as a publisher writes it: of `targets` or of a delegated role.
public struct TestTargets: TestFile {
    /// A role that it delegates to.
    public struct Delegation: Sendable {
        /// The full name.
        public var name: String
        /// Who signs for it.
        public var role: TestRole
        /// The paths it is trusted with.
        public var paths: [String]

        /// A delegation to one key.
        public init(_ name: String, to key: Key, paths: [String] = [""]) {
            self.name = name
            role = TestRole([key])
            self.paths = paths
        }
    }

    /// The role whose file it is.
    public var roleName: String
    /// The version.
    public var version: Int
    /// When it expires.
    public var expires = TestTime.days(1095)
    /// The names of the targets; what they are does not matter here.
    public var names: [String] = ["latest"]
    /// The roles that it delegates to.
    public var delegations: [Delegation] = []
    /// What the file says it is.
    public var type = "Targets"

    /// A file of one target.
    public init(_ roleName: String = "targets", version: Int = 1) {
        self.roleName = roleName
        self.version = version
    }

    /// See ``TestFile``.
    public var signed: JSON {
        .object([
            .init(name: "_type", value: .string(type)),
            .init(
                name: "delegations",
                value: .object([
                    .init(name: "keys", value: delegations.flatMap(\.role.keys).json),
                    .init(name: "roles", value: .array(delegations.map(json))),
                ])
            ),
            .init(name: "expires", value: .string(expires.description)),
            .init(
                name: "targets",
                value: .object(names.map { .init(name: $0, value: Self.target(named: $0)) })
            ),
            .init(name: "version", value: .integer(version)),
        ])
    }

    private func json(_ delegation: Delegation) -> JSON {
        .object(
            delegation.role.json + [
                .init(name: "name", value: .string(delegation.name)),
                .init(name: "paths", value: .array(delegation.paths.map { .string($0) })),
            ]
        )
    }

    private static func target(named name: String) -> JSON {
        let digest = HashAlgorithm.sha256.digest(of: Array(name.utf8))
        return .object([
            .init(
                name: "hashes",
                value: .object([.init(name: "sha256", value: .string(Base64.encode(digest.bytes)))])
            ),
            .init(name: "length", value: .integer(name.utf8.count)),
        ])
    }
}
