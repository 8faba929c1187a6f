import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NotaryService
import NotaryTesting
import Testing

@testable import NotaryHTTP

@Suite("Limits of requests, uploads and keys")
struct LimitTests {
    private func expect(
        _ response: TestResponse,
        _ status: HTTPResponse.Status,
        _ code: String,
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(response.status == status, sourceLocation: location)
        #expect(response.headers[.retryAfter] == "1", sourceLocation: location)
        #expect(response.text.contains("\"code\":\"\(code)\""), sourceLocation: location)
    }

    @Test("a request over the limit gets 503 and when to come again; operators get their answer")
    func requests() async throws {
        let full = ServerUnderTest(requestsAtOnce: 0)
        expect(try await full.send("GET", "/v2/"), .serviceUnavailable, "UNAVAILABLE")
        for path in ["/_notary_server/health", "/health/liveness", "/health/readiness"] {
            #expect(try await full.send("GET", path).text == "{}")
        }
        let metrics = try await full.send("GET", "/metrics").text
        #expect(metrics.contains("countersign_http_requests_refused_total 1\n"))
        let one = ServerUnderTest(requestsAtOnce: 1)
        for _ in 0..<3 { #expect(try await one.send("GET", "/v2/").status == .ok) }
    }

    @Test("an upload for which there is no memory gets 503; memory is given back")
    func memory() async throws {
        let server = ServerUnderTest(limits: UploadLimits(maximumBytesAtOnce: 8000))
        let publisher = try await server.publisher()
        let large = Multipart().part("root", String(repeating: "x", count: 8000))
        for version in 1...5 {
            expect(try await server.post(large), .serviceUnavailable, "UNAVAILABLE")
            let upload = try await publisher.upload(version: version)
            #expect(upload.bytes.count > 8000 / 5)
            #expect(try await server.post(upload).status == .ok)
        }
    }

    @Test("a key over the limit gets 429 and when to come again")
    func keys() async throws {
        let full = ServerUnderTest(settings: ServiceSettings(keyCreationsAtOnce: 0))
        let path = ServerUnderTest.path("timestamp.key")
        for method in ["GET", "POST"] {
            expect(try await full.send(method, path), .tooManyRequests, "TOOMANYREQUESTS")
        }
        let one = ServerUnderTest(settings: ServiceSettings(keyCreationsAtOnce: 1))
        #expect(try await one.send("GET", path).status == .ok)
    }

    @Test("readiness asks for the store only; health for the signer too")
    func readiness() async throws {
        let signing = TestSigningService()
        await signing.fail(with: .unavailable("told to fail"))
        let unsigned = ServerUnderTest(signing: signing)
        #expect(try await unsigned.send("GET", "/health/readiness").status == .ok)
        let health = try await unsigned.send("GET", "/_notary_server/health")
        #expect(health.status == .serviceUnavailable)
        #expect(health.text.contains(#""Trust operational":"#))
    }

    @Test("a request's id comes back if it is sane, and is in its log line; else one is made")
    func requestID() async throws {
        let server = ServerUnderTest()
        let field = try #require(HTTPField.Name("X-Request-ID"))
        let given = try await server.send("GET", "/v2/", headers: [field: "Abc-1.2_3"])
        #expect(given.headers[field] == "Abc-1.2_3")
        #expect(server.logs.lines.contains { $0.contains("\"request\":\"Abc-1.2_3\"") })
        for insane in ["", "a b", "a\"b", "ä", String(repeating: "a", count: 129)] {
            let made = try await server.send("GET", "/v2/", headers: [field: insane])
            let id = try #require(made.headers[field])
            #expect(id != insane && (17...32).contains(id.utf8.count))
            #expect(server.logs.lines.contains { $0.contains("\"request\":\"\(id)\"") })
        }
    }
}
