import TUFCore
import Testing

/// Reading and verifying the files of TUF 1.0, against the C libraries and python-tuf.
@Suite(.serialized) struct TUFVerification {
    @Test("TUF 1.0: single files, and a full refresh from memory")
    func files() throws {
        var table = try GoalTable("TUF 1.0 (verify: no key parsed before; small files: warm keys)")
        for kind in TUFKey.Kind.allCases {
            for layout in TUFFiles.Layout.allCases {
                let repository = try TUFFiles(kind, layout, count: 10_000)
                try addLarge(repository, to: &table)
            }
            let repository = try TUFFiles(kind, .pretty, count: 1)
            try addSmall(repository, Root.self, .root, to: &table)
            try addSmall(repository, Timestamp.self, .timestamp, to: &table)
            try addSmall(repository, Snapshot.self, .snapshot, to: &table)
        }
        table.show()
    }

    private func addLarge(_ repository: TUFFiles, to table: inout GoalTable) throws {
        let file = repository["targets"]
        let subject = "\(repository.key.kind.rawValue)-\(repository.layout.rawValue)"
        let isPretty = repository.layout == .pretty
        let verify = try Measurement.seconds {
            // The root is read anew, so that no key has been parsed before.
            let root = try Self.root(of: repository)
            try Self.verify(file, as: .targets, Targets.self, by: root.roleKeys(of: .targets))
        }
        let rootAlone = try Measurement.seconds(calls: 50) { _ = try Self.root(of: repository) }
        let check = try MetadataFloor.check(of: file, by: repository.key)
        let floor = try MetadataFloor.seconds(check, calls: 1)
        table.add(
            "verify-10000-\(subject)",
            seconds: verify - rootAlone,
            floor: floor,
            goal: isPretty ? Goal(floors: 2.2, peers: 15) : Goal(floors: 1.5)
        )
        let refresh = try Measurement.seconds { _ = try TUFRefresh.repository(from: repository) }
        table.add(
            "refresh-10000-\(subject)",
            seconds: refresh,
            goal: Goal(peers: isPretty ? 20 : nil)
        )
    }

    private func addSmall<Payload: MetadataPayload>(
        _ repository: TUFFiles,
        _ payload: Payload.Type,
        _ role: RoleName,
        to table: inout GoalTable
    ) throws {
        let keys = try Self.root(of: repository).roleKeys(of: role)
        let file = repository[role.name]
        let verify = try Measurement.seconds(calls: 100) {
            try Self.verify(file, as: role, payload, by: keys)
        }
        let check = try MetadataFloor.check(of: file, by: repository.key)
        table.add(
            "\(role.name)-\(repository.key.kind.rawValue)",
            seconds: verify,
            floor: try MetadataFloor.seconds(check, calls: 100),
            goal: Goal(floors: 1.4)
        )
    }

    private static func verify<Payload: MetadataPayload>(
        _ file: [UInt8],
        as role: RoleName,
        _ payload: Payload.Type,
        by keys: RoleKeys
    ) throws {
        let read = try Unverified<Payload>(parsing: file, as: role, in: .tuf)
        _ = try read.verified(by: keys)
    }

    private static func root(of repository: TUFFiles) throws -> Root {
        let signed = try JSONDocument(parsing: repository["root"], limits: .untrustedMetadata)
            .root["signed"]
        return try Root.decoded(from: #require(signed), in: .tuf, as: .root)
    }
}
