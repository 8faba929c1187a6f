import NotaryService
import NotaryTesting
import TUFCore

extension TestServer {
    /// The current snapshot as a client reads it, verified by the key of the root.
    func verifiedSnapshot(
        of publisher: TestPublisher,
        now: UTCTime = TestTime.now
    ) async throws -> Snapshot {
        try await verified(.snapshot, by: publisher.root.snapshot, of: publisher.gun, now: now)
    }

    /// The current timestamp as a client reads it, verified by the key of the root.
    func verifiedTimestamp(
        of publisher: TestPublisher,
        now: UTCTime = TestTime.now
    ) async throws -> Timestamp {
        try await verified(.timestamp, by: publisher.root.timestamp, of: publisher.gun, now: now)
    }

    private func verified<Payload: MetadataPayload>(
        _ role: RoleName,
        by signers: TestRole,
        of gun: GUN,
        now: UTCTime
    ) async throws -> Payload {
        let stored = try await service.current(role, of: gun, now: now)
        let file = try Unverified<Payload>(parsing: stored.bytes, as: role, in: .notary)
        let definition = try RoleDefinition(
            keyIDs: Set(signers.keys.map(\.id)),
            threshold: signers.threshold
        )
        let keys = Dictionary(signers.keys.map { ($0.id, $0) }) { $1 }
        return try file.verified(by: RoleKeys(definition, from: keys)).payload
    }
}
