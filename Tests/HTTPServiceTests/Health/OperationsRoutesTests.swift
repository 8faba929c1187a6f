import CoreMetrics
import HTTPService
import Hummingbird
import HummingbirdTesting
import Testing

@Suite("Health and metrics routes")
struct OperationsRoutesTests {
    private func response(
        _ path: String,
        checks: [HealthCheck] = [],
        registry: MetricsRegistry = MetricsRegistry()
    ) async throws -> TestResponse {
        let router = Router()
        router.health("/health", checks: checks).metrics("/metrics", of: registry)
        return try await Application(router: router)
            .test(.router) {
                try await $0.execute(uri: path, method: .get)
            }
    }

    @Test("without a failure the answer is an empty object")
    func healthy() async throws {
        let checks = [HealthCheck(name: "store") { nil }]
        let response = try await response("/health", checks: checks)
        #expect(response.status == .ok)
        #expect(String(buffer: response.body) == "{}")
    }

    @Test("failures are named, and the status is 503")
    func failing() async throws {
        let checks = [
            HealthCheck(name: "store") { "gone \"away\"" }, HealthCheck(name: "fine") { nil },
        ]
        let response = try await response("/health", checks: checks)
        #expect(response.status == .serviceUnavailable)
        #expect(String(buffer: response.body) == #"{"store":"gone \"away\""}"#)
    }

    @Test("metrics come as Prometheus text")
    func metrics() async throws {
        let registry = MetricsRegistry()
        Counter(label: "n", factory: registry).increment()
        let response = try await response("/metrics", registry: registry)
        #expect(response.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(String(buffer: response.body) == "# TYPE n counter\nn 1\n")
    }

    @Test("scrapes are counted and measured as Prometheus' Go client does")
    func scrapes() async throws {
        let registry = MetricsRegistry()
        for _ in 0..<2 { _ = try await self.response("/metrics", registry: registry) }
        let text = registry.text
        let handler = "{handler=\"prometheus\"}"
        let counted = "http_requests_total{code=\"200\",handler=\"prometheus\",method=\"get\"} 2\n"
        #expect(text.contains(counted))
        for name in ["duration_microseconds", "size_bytes"] {
            #expect(text.contains("http_request_\(name)_count\(handler) 2\n"))
        }
        #expect(text.contains("http_response_size_bytes_count\(handler) 2\n"))
    }
}
