import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@Suite("Renewal on a read")
struct RenewalTests {
    @Test("leaves alone what has not expired")
    func fresh() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let first = try await server.store.current(.timestamp, of: publisher.gun)
        let almost = TestTime.days(14).adding(seconds: -1)
        for _ in 0..<2 {
            let served = try await server.service.current(
                .timestamp,
                of: publisher.gun,
                now: almost
            )
            #expect(served == first)
        }
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
    }

    @Test(
        "signs an expired timestamp anew, over the same snapshot",
        arguments: [RoleName.timestamp, .snapshot]
    )
    func timestamp(role: RoleName) async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let later = TestTime.days(14)
        let snapshot = try await server.store.current(.snapshot, of: publisher.gun)
        _ = try await server.service.current(role, of: publisher.gun, now: later)
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 2])
        let timestamp = try await server.verifiedTimestamp(of: publisher, now: later)
        #expect(timestamp.expires == TestTime.days(28))
        #expect(timestamp.snapshot.hashes[.sha256] == snapshot?.sha256)
        let stored = try await server.store.current(.timestamp, of: publisher.gun)
        #expect(stored?.storedAt == later)
        let feed = try await server.service.changes(
            ChangefeedQuery(records: 0, changeID: 0, gun: nil)
        )
        #expect(feed.count == 2)
    }

    @Test("signs an expired snapshot anew, and a timestamp over it")
    func snapshot() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let old = try await server.verifiedSnapshot(of: publisher)
        let later = TestTime.days(3 * 365 + 1)
        let new = try await server.verifiedSnapshot(of: publisher, now: later)
        #expect(new.version.number == 2)
        #expect(new.expires == later.adding(seconds: 3 * 365 * 86_400))
        #expect(new.meta == old.meta)
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 2, 2])
    }

    @Test("by eight readers at once happens once")
    func race() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let later = TestTime.days(20)
        let served = try await withThrowingTaskGroup(of: Digest.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await server.service
                        .current(
                            .timestamp,
                            of: publisher.gun,
                            now: later
                        )
                        .sha256
                }
            }
            return try await group.reduce(into: Set<Digest>()) { $0.insert($1) }
        }
        #expect(served.count == 1)
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 2])
    }

    @Test("fails for a snapshot whose key the server does not hold, and says which key")
    func foreignSnapshotKey() async throws {
        let server = TestServer()
        let (publisher, key) = try await server.publishedWithSnapshot()
        let missing = NotaryServiceError.missingKeys(
            role: .snapshot,
            found: 0,
            needed: 1,
            missing: [key]
        )
        for role in [RoleName.timestamp, .snapshot] {
            await #expect(throws: missing) {
                try await server.service.current(role, of: publisher.gun, now: TestTime.days(2000))
            }
        }
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
    }

    @Test("fails under an expired root, and changes nothing")
    func expiredRoot() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        await #expect(throws: NotaryServiceError.self) {
            try await server.service.current(
                .timestamp,
                of: publisher.gun,
                now: TestTime.days(4000)
            )
        }
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
        let root = try await server.service.current(
            .root,
            of: publisher.gun,
            now: TestTime.days(4000)
        )
        #expect(root.version == .first)
    }

    @Test("never happens on a read by hash or version")
    func immutableReads() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let stored = try #require(try await server.store.current(.timestamp, of: publisher.gun))
        let service = server.service
        let gun = publisher.gun
        #expect(try await service.metadata(.timestamp, of: gun, digest: stored.sha256) == stored)
        #expect(try await service.metadata(.timestamp, of: gun, version: 1) == stored)
        #expect(try await server.versions(of: gun) == [1, 1, 1, 1])
    }

    @Test("is an error when the store fails or the signer does, never an old file")
    func faults() async throws {
        let base = InMemoryMetadataStore()
        let server = TestServer(store: base)
        let publisher = try await server.published()
        let later = TestTime.days(20)
        var failures = 0
        for calls in 0..<20 {
            let store = FailingMetadataStore(base, after: calls)
            let failing = TestServer(store: store, signing: server.signing)
            do {
                let file = try await failing.service.current(
                    .timestamp,
                    of: publisher.gun,
                    now: later
                )
                #expect(file.version.number == 2)
                break
            } catch {
                failures += 1
                guard case .unknown = error else {
                    Issue.record("\(error)")
                    continue
                }
            }
        }
        #expect(failures >= 4)
        await server.signing.fail(with: .unavailable("told to fail"))
        await #expect(throws: NotaryServiceError.self) {
            try await server.service.current(
                .timestamp,
                of: publisher.gun,
                now: TestTime.days(100)
            )
        }
    }
}
