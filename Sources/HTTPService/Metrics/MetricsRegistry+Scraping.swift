public import CoreMetrics
public import Hummingbird
import NIOCore

extension MetricsRegistry {
    /// A summary: quantiles, sum and count.
    public func makeSummary(
        label: String,
        dimensions: [(String, String)]
    ) -> any RecorderHandler {
        series(label, dimensions, as: SummarySeries.self)
    }

    /// A gauge that is looked up at each scrape; nil leaves it out.
    public func observe(_ name: String, _ value: @escaping @Sendable () -> Double?) {
        observe(name, as: .gauge, value)
    }

    /// The text as an answer to `request`, counted as Prometheus' Go client counts scrapes.
    public func scrape(_ request: Request) -> Response {
        let start = ContinuousClock.now
        let text = text
        let handler = [("handler", "prometheus")]
        let method = request.method == .head ? "head" : "get"
        Counter(
            label: "http_requests_total",
            dimensions: handler + [("code", "200"), ("method", method)],
            factory: self
        )
        .increment()
        makeSummary(label: "http_request_size_bytes", dimensions: handler)
            .record(Int64(request.approximateBytes))
        makeSummary(label: "http_response_size_bytes", dimensions: handler)
            .record(Int64(text.utf8.count))
        makeSummary(label: "http_request_duration_microseconds", dimensions: handler)
            .record((ContinuousClock.now - start) / .microseconds(1))
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
