public import TUFCore

/// What one role of a simulated repository says and who signs it.
public struct SimulatedRole: Sendable {
    /// The keys its delegator lists.
    public var keys: [SigningKey]
    /// The keys that really sign: those listed, unless a test says otherwise.
    public var signers: [SigningKey] {
        get { otherSigners ?? keys }
        set { otherSigners = newValue }
    }
    /// How many must sign.
    public var threshold = 1
    /// The version of its file.
    public var version = 1
    /// When its file ends.
    public var expires = UTCTime(seconds: 2_524_608_000)
    /// Name and SHA-256 of each target.
    public var targets: [(name: String, digest: Digest)] = []
    /// Prefixes a delegation is trusted with.
    public var paths = [""]
    private var otherSigners: [SigningKey]?

    /// A role with these keys.
    ///
    /// - Parameter keys: The keys its delegator lists.
    public init(keys: [SigningKey]) {
        self.keys = keys
    }

    var targetsJSON: JSON {
        .object(
            targets.map { target in
                let hashes = JSON.object([
                    .init(name: "sha256", value: .string(Base64.encode(target.digest.bytes)))
                ])
                return JSON.Member(
                    name: target.name,
                    value: .object([
                        .init(name: "hashes", value: hashes),
                        .init(name: "length", value: 528),
                    ])
                )
            }
        )
    }

    func definition(named name: RoleName? = nil) -> JSON {
        let ids = JSON.array(keys.map { .string($0.key.id.hex) })
        var members: [JSON.Member] = [
            .init(name: "keyids", value: ids),
            .init(name: "threshold", value: .integer(threshold)),
        ]
        if let name {
            members.append(.init(name: "name", value: .string(name.name)))
            members.append(.init(name: "paths", value: .array(paths.map { .string($0) })))
        }
        return .object(members)
    }

    static func json(of keys: [SigningKey]) -> JSON {
        var seen: Set<KeyID> = []
        return .object(
            keys.filter { seen.insert($0.key.id).inserted }
                .map { JSON.Member(name: $0.key.id.hex, value: $0.key.notaryJSON) }
        )
    }
}
