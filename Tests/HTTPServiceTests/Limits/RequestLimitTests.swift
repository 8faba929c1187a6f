import HTTPService
import Hummingbird
import HummingbirdTesting
import Testing

@Suite("A limit of requests at once")
struct RequestLimitTests {
    private func status(_ places: Capacity) async throws -> TestResponse {
        let router = Router()
        router.group().add(middleware: RequestLimit(places)).get("/") { _, _ in "hello" }
        return try await Application(router: router)
            .test(.router) { try await $0.execute(uri: "/", method: .get) }
    }

    @Test("one over the limit gets 503 and when to come again; a place is given back")
    func limit() async throws {
        let places = Capacity(1)
        for _ in 0..<3 { #expect(try await status(places).status == .ok) }
        #expect(places.take())
        let refused = try await status(places)
        #expect(refused.status == .serviceUnavailable)
        #expect(refused.headers[.retryAfter] == "1")
        places.give()
        #expect(try await status(places).status == .ok)
    }
}
