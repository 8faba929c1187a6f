import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@Suite("Renewal before expiry")
struct RenewalAheadTests {
    private static let day = 86_400
    /// A day within the margin of four days that the tests have, and before any expiry.
    private static let soon = TestTime.days(11)

    @Test("leaves alone what lasts longer than the margin, and what does not exist")
    func early() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let almost = TestTime.days(10).adding(seconds: -1)
        for gun in [publisher.gun, try GUN("lab/none")] {
            let outcome = await server.service.renewAhead(gun, margin: 4 * Self.day, now: almost)
            #expect(outcome == .settled)
        }
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
    }

    @Test("signs a timestamp anew that has not expired, over the same snapshot")
    func timestamp() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let outcome = await server.service.renewAhead(
            publisher.gun,
            margin: 4 * Self.day,
            now: TestTime.days(10)
        )
        #expect(outcome == .renewed)
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 2])
        let timestamp = try await server.verifiedTimestamp(of: publisher, now: TestTime.days(10))
        #expect(timestamp.expires == TestTime.days(24))
    }

    @Test("signs a snapshot anew that has not expired, and a timestamp over it")
    func snapshot() async throws {
        let settings = ServiceSettings(snapshotLifetime: 14 * Self.day)
        let server = TestServer(settings: settings)
        let publisher = try await server.published()
        let old = try await server.verifiedSnapshot(of: publisher)
        let outcome = await server.service.renewAhead(
            publisher.gun,
            margin: 4 * Self.day,
            now: Self.soon
        )
        #expect(outcome == .renewed)
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 2, 2])
        let new = try await server.verifiedSnapshot(of: publisher, now: Self.soon)
        #expect(new.meta == old.meta)
        #expect(new.expires == TestTime.days(25))
    }

    @Test("by eight instances at once happens once")
    func race() async throws {
        let store = InMemoryMetadataStore()
        let server = TestServer(store: store)
        let publisher = try await server.published()
        let outcomes = await withTaskGroup(of: Renewal.self) { group in
            for _ in 0..<8 {
                let instance = TestServer(store: store, signing: server.signing)
                group.addTask {
                    await instance.service.renewAhead(
                        publisher.gun,
                        margin: 4 * Self.day,
                        now: Self.soon
                    )
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .renewed } == 1)
        #expect(outcomes.count { $0 == .settled } == 7)
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 2])
    }

    @Test("renews the timestamp where the publisher holds the key of a snapshot that is due too")
    func foreignSnapshotKey() async throws {
        let server = TestServer()
        let (publisher, _) = try await server.publishedWithSnapshot(expires: TestTime.days(13))
        let reason = "the server holds 0 of the 1 keys that `snapshot` needs"
        let first = await server.service.renewAhead(
            publisher.gun,
            margin: 4 * Self.day,
            now: Self.soon
        )
        #expect(first == .withoutSnapshot(reason: reason))
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 2])
        for now in [Self.soon, TestTime.days(30)] {
            let next = await server.service.renewAhead(
                publisher.gun,
                margin: 4 * Self.day,
                now: now
            )
            #expect(next == .failed(reason: reason))
        }
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 2])
    }

    @Test("fails under an expired root, and changes nothing")
    func expiredRoot() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let outcome = await server.service.renewAhead(
            publisher.gun,
            margin: 4 * Self.day,
            now: TestTime.days(4000)
        )
        guard case .failed(let reason) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(reason.contains("root"))
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
    }

    @Test("fails while the store or the signer does, and says why")
    func faults() async throws {
        let base = InMemoryMetadataStore()
        let server = TestServer(store: base)
        let publisher = try await server.published()
        var failures = 0
        for calls in 0..<20 {
            let failing = TestServer(
                store: FailingMetadataStore(base, after: calls),
                signing: server.signing
            )
            let outcome = await failing.service.renewAhead(
                publisher.gun,
                margin: 4 * Self.day,
                now: Self.soon
            )
            if outcome == .renewed { break }
            failures += 1
            #expect(outcome == .failed(reason: "the store failed: told to fail"))
            #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
        }
        #expect(failures >= 4)
        let fault = SigningServiceError.unavailable("told to fail")
        await server.signing.fail(with: fault)
        let outcome = await server.service.renewAhead(
            publisher.gun,
            margin: 4 * Self.day,
            now: TestTime.days(24)
        )
        #expect(outcome == .failed(reason: fault.description))
    }
}
