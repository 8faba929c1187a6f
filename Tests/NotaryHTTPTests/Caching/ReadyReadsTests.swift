import HTTPService
import HTTPTypes
import HummingbirdTesting
import Logging
import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Reads of what is ready")
struct ReadyReadsTests {
    private let server = ServerUnderTest()

    private func published() async throws -> TestPublisher {
        let publisher = try await server.publisher()
        try await publish(1, by: publisher)
        return publisher
    }

    private func publish(_ version: Int, by publisher: TestPublisher) async throws {
        let upload =
            version == 1
            ? try await publisher.upload(version: 1)
            : Multipart().part("targets", try await publisher.targets(version: version))
        let response = try await server.post(upload)
        try #require(response.status == .ok, "\(response.text)")
    }

    private func isReady(_ file: String, _ method: ReadyMethod = .get) -> Bool {
        server.responder.ready?.answer(method, ServerUnderTest.path(file), requestBytes: 0) != nil
    }

    private func read(_ file: String) async throws -> TestResponse {
        try await server.send("GET", ServerUnderTest.path(file))
    }

    /// The paths by which targets can be read, current first.
    private func targetsFiles() async throws -> [String] {
        let tag = try #require(try await read("targets.json").headers[.eTag])
        return ["targets.json", "1.targets.json", "targets.\(tag.filter { $0 != "\"" }).json"]
    }

    @Test("a file is ready once it was read, for GET and HEAD")
    func ready() async throws {
        _ = try await published()
        let files = try await targetsFiles() + ["timestamp.json", "snapshot.json", "root.json"]
        for file in files.dropFirst() { #expect(!isReady(file)) }
        for file in files {
            #expect(try await read(file).status == .ok)
            #expect(isReady(file) && isReady(file, .head), "\(file)")
        }
    }

    @Test("what is not found is not ready")
    func notFound() async throws {
        _ = try await published()
        for file in ["2.root.json", "targets/none.json", "timestamp.key"] {
            _ = try await read(file)
            #expect(!isReady(file))
        }
    }

    @Test("after a publication nothing of the repository is ready until it is read again")
    func publication() async throws {
        let publisher = try await published()
        let files = try await targetsFiles() + ["timestamp.json", "root.json"]
        for file in files { _ = try await read(file) }
        try await publish(2, by: publisher)
        for file in files { #expect(!isReady(file), "\(file)") }
        #expect(try await read("targets.json").text.contains(#""version":2"#))
        #expect(try await read("1.targets.json").text.contains(#""version":1"#))
        #expect(isReady("targets.json") && isReady("1.targets.json"))
    }

    @Test("a publication to another repository changes nothing")
    func otherRepository() async throws {
        _ = try await published()
        _ = try await read("root.json")
        let other = try await TestPublisher("lab/app2", with: server.service)
        let parts = try await other.firstParts()
        try await server.service.publish(parts, to: other.gun, now: TestTime.now)
        #expect(isReady("root.json"))
    }

    @Test("after a deletion nothing is ready, nor found, by hash neither")
    func deletion() async throws {
        _ = try await published()
        let files = try await targetsFiles() + ["timestamp.json", "root.json"]
        for file in files { _ = try await read(file) }
        #expect(try await server.send("DELETE", ServerUnderTest.path("")).status == .ok)
        for file in files {
            #expect(!isReady(file))
            #expect(try await read(file).status == .notFound)
        }
    }

    @Test("what has expired is renewed before it is sent", arguments: ["timestamp", "snapshot"])
    func expiry(role: String) async throws {
        let clock = TestClock()
        let server = ServerUnderTest(now: clock.now)
        let publisher = try await server.publisher()
        _ = try await server.post(publisher.upload(version: 1))
        let path = ServerUnderTest.path("\(role).json")
        let first = try await server.send("GET", path).text
        #expect(server.responder.ready?.answer(.get, path, requestBytes: 0) != nil)
        clock.pass(days: 15)
        #expect(server.responder.ready?.answer(.get, path, requestBytes: 0) == nil)
        let renewed = try await server.send("GET", path).text
        #expect((renewed != first) == (role == "timestamp"))
        _ = try await server.send("GET", path)
        #expect(server.responder.ready?.answer(.get, path, requestBytes: 0) != nil)
    }

    @Test("with tokens nothing is answered before the token was looked at")
    func tokens() async throws {
        let store = InMemoryMetadataStore()
        let open = ServerUnderTest(store: store)
        let publisher = try await open.publisher()
        _ = try await open.post(publisher.upload(version: 1))
        let realm = TokenAuthenticationConfiguration.Realm.url("https://tokens.example.com/token")
        let closed = ServerUnderTest(
            store: store,
            tokens: TokenAuthenticator(realm: realm, trust: try TokenVectors.trust())
        )
        #expect(closed.responder.ready == nil)
        let token = try TestToken(
            subject: "alice",
            access: [TestToken.access("lab/app", ["pull"])],
            header: ["kid": .string(try TokenVectors.identifiers(of: "p256").libtrust)]
        )
        .signed(by: TokenVectors.key("p256"))
        let path = ServerUnderTest.path("root.json")
        let headers: HTTPFields = [.authorization: "Bearer \(token)"]
        for _ in 0..<2 {
            #expect(try await closed.send("GET", path, headers: headers).status == .ok)
            #expect(try await closed.send("GET", path).status == .unauthorized)
        }
    }

    @Test("a ready answer is counted and logged as any other")
    func countedAndLogged() async throws {
        _ = try await published()
        _ = try await read("root.json")
        #expect(isReady("root.json"))
        let metrics = try await server.send("GET", "/metrics").text
        let series = #"notary_server_http_requests_total{code="200",method="get","#
        #expect(metrics.contains(series + #"operation="GetRole"} 2"#))
        let lines = server.logs.lines.filter { $0.contains("root.json") }
        try #require(lines.count == 2)
        for word in ["\"method\":\"GET\"", "\"status\":200", "\"request\":\"", "microseconds"] {
            #expect(lines.allSatisfy { $0.contains(word) })
        }
    }
}
