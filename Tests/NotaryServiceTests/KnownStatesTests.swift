import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryService

@Suite("What is known of a repository")
struct KnownStatesTests {
    private func state(_ server: TestServer, _ publisher: TestPublisher) async throws -> KnownState
    {
        let stored = try await StoredRepository(
            publisher.gun,
            in: server.store,
            knowing: KnownStates()
        )
        return KnownState(
            timestamp: try #require(stored.timestamp),
            root: try #require(stored.root),
            snapshot: try #require(try await stored.snapshot())
        )
    }

    @Test("a state is found by its timestamp and repository, and their number is bounded")
    func bounded() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let state = try await state(server, publisher)
        let states = KnownStates(capacity: 8)
        let digests = (0..<20).map { HashAlgorithm.sha256.digest(of: [UInt8($0)]) }
        for digest in digests {
            states.keep(state, for: digest)
            #expect(states[digests[0], of: publisher.gun] != nil)
        }
        #expect(digests.count { states[$0, of: publisher.gun] != nil } <= 8)
        #expect(states[digests[0], of: try GUN("lab/other")] == nil)
    }

    @Test("what was published here is not read again for the next publication")
    func readsTimestampOnly() async throws {
        let store = FailingMetadataStore(InMemoryMetadataStore(), after: .max)
        let server = TestServer(store: store)
        let publisher = try await server.published()
        // The first one after a root reads that root, as every later start of the server does.
        try await server.publish([publisher.targetsPart(version: 2)], by: publisher)
        let before = await store.calls
        try await server.publish([publisher.targetsPart(version: 3)], by: publisher)
        #expect(await store.calls - before == 2)
    }

    @Test("what another server published in between is read, and built upon")
    func otherServer() async throws {
        let store = InMemoryMetadataStore()
        let signing = TestSigningService()
        let here = TestServer(store: store, signing: signing)
        let there = TestServer(store: store, signing: signing)
        let publisher = try await here.published()
        for version in 2...7 {
            let server = version % 3 == 0 ? there : here
            try await server.publish([publisher.targetsPart(version: version)], by: publisher)
            let snapshot = try #require(try await store.current(.snapshot, of: publisher.gun))
            #expect(snapshot.version.number == version)
            let read = try await state(here, publisher).snapshot
            #expect(read.meta.keys.sorted() == ["root", "targets"])
        }
    }
}
