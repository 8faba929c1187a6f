import NotaryService
import NotaryTesting
import TUFCore
import Testing

@Suite("Reading")
struct ReadingTests {
    @Test("what does not exist is not found", arguments: RoleName.topLevel)
    func unknownRepository(role: RoleName) async throws {
        let service = TestServer().service
        let gun = try GUN("lab/nobody")
        await #expect(throws: NotaryServiceError.metadataNotFound) {
            try await service.current(role, of: gun, now: TestTime.now)
        }
        await #expect(throws: NotaryServiceError.metadataNotFound) {
            try await service.metadata(role, of: gun, version: 1)
        }
    }

    @Test("an unknown delegation of a known repository is not found")
    func unknownDelegation() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        await #expect(throws: NotaryServiceError.metadataNotFound) {
            try await server.service.current(.releases, of: publisher.gun, now: TestTime.now)
        }
    }

    @Test("by hash finds SHA-256 only, and the right role only")
    func hash() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let gun = publisher.gun
        let root = try await server.service.current(.root, of: gun, now: TestTime.now)
        let service = server.service
        #expect(try await service.metadata(.root, of: gun, digest: root.sha256) == root)
        await #expect(throws: NotaryServiceError.metadataNotFound) {
            try await service.metadata(.targets, of: gun, digest: root.sha256)
        }
        for algorithm in [HashAlgorithm.sha384, .sha512] {
            await #expect(throws: NotaryServiceError.metadataNotFound) {
                let digest = algorithm.digest(of: root.bytes)
                return try await service.metadata(.root, of: gun, digest: digest)
            }
        }
    }

    @Test("by version finds every one that was published", arguments: [(1, true), (2, true)])
    func version(number: Int, exists: Bool) async throws {
        let server = TestServer()
        let publisher = try await server.published()
        try await server.publish([publisher.targetsPart(version: 2)], by: publisher)
        let file = try await server.service.metadata(.targets, of: publisher.gun, version: number)
        #expect(file.version.number == number)
    }

    @Test("by version finds no other", arguments: [Int.min, -1, 0, 3, Int.max])
    func otherVersion(number: Int) async throws {
        let server = TestServer()
        let publisher = try await server.published()
        await #expect(throws: NotaryServiceError.metadataNotFound) {
            try await server.service.metadata(.targets, of: publisher.gun, version: number)
        }
    }

    @Test("health tells a store that does not answer from a signer that does not")
    func health() async throws {
        let server = TestServer()
        #expect(await server.service.storeFailure() == nil)
        #expect(await server.service.signingFailure() == nil)
        await server.signing.fail(with: .unavailable("told to fail"))
        #expect(await server.service.storeFailure() == nil)
        #expect(await server.service.signingFailure()?.contains("told to fail") == true)
        let store = FailingMetadataStore(server.store, after: 0)
        let failing = TestServer(store: store, signing: server.signing)
        #expect(await failing.service.storeFailure() != nil)
    }

    @Test("deleting what does not exist is no error, and no change")
    func deletion() async throws {
        let service = TestServer().service
        try await service.delete(GUN("lab/nobody"), now: TestTime.now)
        let query = ChangefeedQuery(records: 0, changeID: 0, gun: nil)
        #expect(try await service.changes(query).isEmpty)
    }
}
