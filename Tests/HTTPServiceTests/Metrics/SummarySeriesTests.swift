import Testing

@testable import HTTPService

@Suite("Summaries")
struct SummarySeriesTests {
    private let summary = SummarySeries(bounds: [])
    private let start = ContinuousClock.now

    private func text(after seconds: Int) -> String {
        var text = ""
        summary.write(
            name: "n",
            labels: MetricLabels([("op", "x")]),
            at: start + .seconds(seconds),
            to: &text
        )
        return text
    }

    @Test("quantiles, sum and count are those of what was recorded")
    func quantiles() {
        for value in 1...100 { summary.record(Double(value), at: start) }
        #expect(
            text(after: 1) == """
                n{op="x",quantile="0.5"} 50
                n{op="x",quantile="0.9"} 90
                n{op="x",quantile="0.99"} 99
                n_sum{op="x"} 5050
                n_count{op="x"} 100

                """
        )
    }

    @Test("without a value there are no quantiles")
    func empty() {
        #expect(text(after: 0).contains("n{op=\"x\",quantile=\"0.5\"} NaN\nn"))
        #expect(text(after: 0).hasSuffix("n_sum{op=\"x\"} 0\nn_count{op=\"x\"} 0\n"))
    }

    @Test("old values are in sum and count only")
    func window() {
        summary.record(7.5, at: start)
        summary.record(1, at: start + .seconds(500))
        #expect(text(after: 599).contains("quantile=\"0.99\"} 7.5\n"))
        #expect(text(after: 601).contains("quantile=\"0.99\"} 1\n"))
        #expect(text(after: 1200).contains("quantile=\"0.99\"} NaN\n"))
        #expect(text(after: 1200).hasSuffix("n_sum{op=\"x\"} 8.5\nn_count{op=\"x\"} 2\n"))
    }

    @Test("no more values are kept than there is room for, the last ones")
    func bounded() {
        for _ in 0..<SummarySeries.capacity { summary.record(1, at: start) }
        for _ in 0..<SummarySeries.capacity { summary.record(2, at: start) }
        #expect(text(after: 1).contains("quantile=\"0.5\"} 2\n"))
        #expect(text(after: 1).hasSuffix("n_count{op=\"x\"} 2048\n"))
    }
}
