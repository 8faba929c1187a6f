import TUFCore

/// A signed TUF 1.0 repository that fuzz input shapes: which role delegates what to whom, which
/// targets each lists, what the snapshot leaves out, and which file has expired.
struct FuzzRepository {
    /// What a role says, beside being a file.
    struct Role {
        var name = ""
        var targets: Set<String> = []
        var delegations = FuzzDelegations.listed([])
        var isListed = true
        var hasExpired = false
    }

    static let paths = ["a", "a/b", "a/bc", "b/a", "é/a", "*", "a/b/c", ""]
    static let start = UpdateStartTime(UTCTime(seconds: 1_795_392_000))

    let roles: [String: Role]

    init(_ input: inout FuzzInput) {
        var roles: [String: Role] = [:]
        for name in ["targets", "r", "s", "t/u", "..", "bin-0", "bin-1", "bin-2", "bin-3"] {
            var role = Role(name: name)
            for path in Self.paths where input.number(below: 4) == 1 { role.targets.insert(path) }
            role.delegations = FuzzDelegations(&input)
            let fate = input.byte()
            role.isListed = fate != 1 || name == "targets"
            role.hasExpired = fate == 2 && name != "targets"
            roles[name] = role
        }
        self.roles = roles
    }

    /// The file of a role; nil where there is no such role.
    func file(of name: String, signedBy signer: FuzzSigner) -> [UInt8]? {
        switch name {
        case "root": signer.root
        case "timestamp": signer.timestamp
        case "snapshot": signer.file(type: "snapshot", [.init(name: "meta", value: listing)])
        default: roles[name].map { file(of: $0, signedBy: signer) }
        }
    }

    private var listing: JSON {
        let listed = roles.values.filter(\.isListed)
        return .object(listed.map { .init(name: "\($0.name).json", value: ["version": 1]) })
    }

    private func file(of role: Role, signedBy signer: FuzzSigner) -> [UInt8] {
        signer.file(
            type: "targets",
            [
                .init(name: "targets", value: .object(role.targets.map(Self.entry))),
                .init(name: "delegations", value: role.delegations.json(keyOf: signer)),
            ],
            hasExpired: role.hasExpired
        )
    }

    private static func entry(_ path: String) -> JSON.Member {
        let hash = JSON.string(HashAlgorithm.sha256.digest(of: Array(path.utf8)).hex)
        return .init(name: path, value: ["hashes": ["sha256": hash], "length": 1])
    }
}
