import CoreMetrics
import HTTPService
import Testing

@Suite("Prometheus text")
struct MetricsRegistryTests {
    private let registry = MetricsRegistry(bounds: ["seconds": [0.5, 1]])

    @Test("a counter adds up, one series a label set")
    func counter() {
        for code in ["200", "200", "404"] {
            Counter(label: "requests_total", dimensions: [("code", code)], factory: registry)
                .increment()
        }
        #expect(
            registry.text == """
                # TYPE requests_total counter
                requests_total{code="200"} 2
                requests_total{code="404"} 1

                """
        )
    }

    @Test("the order of labels does not make another series")
    func labelOrder() {
        let labels = [("a", "1"), ("b", "2")]
        Counter(label: "n", dimensions: labels, factory: registry).increment()
        Counter(label: "n", dimensions: labels.reversed(), factory: registry).increment()
        #expect(registry.text.hasSuffix("n{a=\"1\",b=\"2\"} 2\n"))
    }

    @Test("a gauge goes up and down")
    func gauge() {
        let meter = Meter(label: "open", factory: registry)
        meter.increment(by: 3.5)
        meter.decrement(by: 1.0)
        #expect(registry.text == "# TYPE open gauge\nopen 2.5\n")
    }

    @Test("a histogram counts under each bound, and times in seconds")
    func histogram() {
        let timer = Timer(label: "seconds", dimensions: [("op", "x")], factory: registry)
        for milliseconds in [500, 700, 2000] { timer.recordMilliseconds(milliseconds) }
        #expect(
            registry.text == """
                # TYPE seconds histogram
                seconds_bucket{op="x",le="0.5"} 1
                seconds_bucket{op="x",le="1"} 2
                seconds_bucket{op="x",le="+Inf"} 3
                seconds_sum{op="x"} 3.2
                seconds_count{op="x"} 3

                """
        )
    }

    @Test("names become valid and label values are escaped")
    func escaping() {
        Counter(label: "9a.b-ü", dimensions: [("l:1", "q\"\\\n")], factory: registry).increment()
        #expect(registry.text.hasSuffix("_9a_b__{l_1=\"q\\\"\\\\\\n\"} 1\n"))
    }

    @Test("a name keeps its first type, so that the text stays readable")
    func typeClash() {
        Counter(label: "n", factory: registry).increment()
        Meter(label: "n", factory: registry).set(7)
        #expect(registry.text == "# TYPE n counter\nn 1\n")
    }

    @Test("a name has no more series than a memory can bear; those left out are counted")
    func seriesLimit() {
        for number in 0..<(MetricsRegistry.maximumSeries + 5) {
            Counter(label: "n", dimensions: [("x", "\(number)")], factory: registry).increment()
        }
        let lines = registry.text.split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("n{") }.count == MetricsRegistry.maximumSeries)
        #expect(lines.contains("countersign_metrics_dropped_total 5"))
    }

    @Test("an observed number is looked up at each scrape, and left out where there is none")
    func observed() {
        let capacity = Capacity(3)
        registry.observe("in_use") { Double(capacity.inUse) }
        registry.observe("nothing") { nil }
        #expect(registry.text == "# TYPE in_use gauge\nin_use 0\n")
        #expect(capacity.take(2))
        #expect(registry.text == "# TYPE in_use gauge\nin_use 2\n")
    }

    @Test("a counter never goes down")
    func counterOnlyGrows() {
        let counter = Counter(label: "n", factory: registry)
        counter.increment(by: 5)
        counter.increment(by: -3)
        #expect(registry.text.hasSuffix("n 5\n"))
    }
}
