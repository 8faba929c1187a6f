import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@Suite("Rounds of renewal")
struct RenewalRoundsTests {
    private static let soon = TestTime.days(12)

    private static func settings(
        mostRenewals: Int = 100,
        mostFaults: Int = 100
    ) -> RenewalSettings {
        RenewalSettings(
            margin: 4 * 86_400,
            mostRenewals: mostRenewals,
            mostFaults: mostFaults,
            firstRetry: 60,
            longestRetry: 200
        )
    }

    /// A server with these repositories; those whose name begins with `bad` have a root that has
    /// expired when the others are due.
    private static func server(_ names: [String]) async throws -> TestServer {
        let server = TestServer()
        for name in names {
            var publisher = try await server.publisher(name)
            if name.hasPrefix("lab/bad") { publisher.root.expires = TestTime.days(1) }
            try await server.publish(publisher.firstParts(), by: publisher)
        }
        return server
    }

    private static func timestamps(
        _ names: [String],
        in server: TestServer
    ) async throws -> [Int?] {
        var versions: [Int?] = []
        for name in names { versions.append(try await server.versions(of: GUN(name))[3]) }
        return versions
    }

    @Test("renew all that is due, once")
    func renews() async throws {
        let names = (1...150).map { "lab/app\($0)" }
        let server = try await Self.server(names)
        let rounds = RenewalRounds(of: server.service, settings: Self.settings(mostRenewals: 200))
        #expect(await rounds.round(now: TestTime.days(9)) == RenewalReport())
        #expect(await rounds.round(now: Self.soon).renewed == 150)
        #expect(await rounds.round(now: Self.soon) == RenewalReport())
        #expect(try await Self.timestamps(names, in: server) == names.map { _ in 2 })
    }

    @Test("do no more than they may, and the next one goes on")
    func bounded() async throws {
        let names = ["lab/a", "lab/b", "lab/c", "lab/d", "lab/e"]
        let server = try await Self.server(names)
        let rounds = RenewalRounds(of: server.service, settings: Self.settings(mostRenewals: 2))
        #expect(await rounds.round(now: Self.soon).renewed == 2)
        #expect(try await Self.timestamps(names, in: server) == [2, 2, 1, 1, 1])
        #expect(await rounds.round(now: Self.soon).renewed == 2)
        #expect(await rounds.round(now: Self.soon).renewed == 1)
        #expect(try await Self.timestamps(names, in: server) == [2, 2, 2, 2, 2])
    }

    @Test("go past a repository with a fault, which waits longer after each, and is news once")
    func faults() async throws {
        let names = ["lab/bad", "lab/good"]
        let server = try await Self.server(names)
        let rounds = RenewalRounds(of: server.service, settings: Self.settings())
        let first = await rounds.round(now: Self.soon)
        #expect(first.renewed == 1)
        #expect(first.faults.map(\.gun.name) == ["lab/bad"])
        #expect(first.faults.map(\.isNews) == [true])
        var tries: [Int] = []
        for second in stride(from: 0, to: 700, by: 10) {
            let report = await rounds.round(now: Self.soon.adding(seconds: second))
            #expect(report.failing == 1)
            #expect(report.faults.filter(\.isNews).isEmpty)
            if !report.faults.isEmpty { tries.append(second) }
        }
        #expect(tries == [60, 180, 380, 580])
        #expect(try await Self.timestamps(names, in: server) == [1, 2])
    }

    @Test("end at a number of faults, and the next one goes on after them")
    func manyFaults() async throws {
        let names = (1...5).map { "lab/bad\($0)" } + ["lab/good"]
        let server = try await Self.server(names)
        let rounds = RenewalRounds(of: server.service, settings: Self.settings(mostFaults: 3))
        let first = await rounds.round(now: Self.soon)
        #expect((first.renewed, first.faults.count) == (0, 3))
        let second = await rounds.round(now: Self.soon)
        #expect((second.renewed, second.faults.count, second.failing) == (1, 2, 5))
    }

    @Test("forget the fault of what was deleted, or published anew")
    func recovery() async throws {
        let server = try await Self.server(["lab/bad1", "lab/bad2"])
        let rounds = RenewalRounds(of: server.service, settings: Self.settings())
        #expect(await rounds.round(now: Self.soon).failing == 2)
        try await server.service.delete(GUN("lab/bad1"), now: Self.soon)
        #expect(await rounds.round(now: Self.soon).failing == 1)
        try await server.service.delete(GUN("lab/bad2"), now: Self.soon)
        let publisher = try await server.publisher("lab/bad2")
        try await server.service.publish(publisher.firstParts(), to: publisher.gun, now: Self.soon)
        #expect(await rounds.round(now: Self.soon) == RenewalReport())
    }

    @Test("recover from a signer that was away, and see to all")
    func signerAway() async throws {
        let names = ["lab/a", "lab/b"]
        let server = try await Self.server(names)
        let rounds = RenewalRounds(of: server.service, settings: Self.settings())
        await server.signing.fail(with: .unavailable("away"))
        #expect(await rounds.round(now: Self.soon).faults.count == 2)
        await server.signing.fail(with: nil)
        let report = await rounds.round(now: Self.soon.adding(seconds: 60))
        #expect((report.renewed, report.failing) == (2, 0))
        #expect(try await Self.timestamps(names, in: server) == [2, 2])
    }

    @Test("say that the store does not tell what is due")
    func storeFault() async throws {
        let store = FailingMetadataStore(InMemoryMetadataStore(), after: 0)
        let rounds = RenewalRounds(
            of: TestServer(store: store).service,
            settings: Self.settings()
        )
        let report = await rounds.round(now: Self.soon)
        #expect(report.storeFault == "the store failed: told to fail")
    }

    @Test("end when they are told to stop")
    func stopping() async throws {
        let server = try await Self.server(["lab/a", "lab/b"])
        let rounds = RenewalRounds(of: server.service, settings: Self.settings())
        #expect(await rounds.round(now: Self.soon) { true } == RenewalReport())
        #expect(await rounds.round(now: Self.soon).renewed == 2)
    }
}
