public import CoreMetrics
public import Hummingbird
import NIOCore
import Synchronization

/// Keeps the metrics of a process and writes them in Prometheus' text format 0.0.4.
///
/// A value, not a global: give it to `Counter(label:dimensions:factory:)` and its like. Making the
/// same series twice gives the same series.
public final class MetricsRegistry: MetricsFactory {
    /// Bounds for durations of requests in seconds.
    public static let durationBounds = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
        10,
    ]

    private struct Family {
        let kind: String
        var series: [MetricLabels: any MetricSeries] = [:]
    }

    private let bounds: [String: [Double]]
    private let families = Mutex<[String: Family]>([:])

    /// A registry whose histograms have `bounds` (ascending) by metric name, else
    /// ``durationBounds``.
    public init(bounds: [String: [Double]] = [:]) {
        self.bounds = bounds
    }

    /// All series, each family under its `# TYPE` line, sorted by name and labels.
    public var text: String {
        let families = families.withLock { $0 }
        var text = ""
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text += "# TYPE \(name) \(family.kind)\n"
            for (labels, series) in family.series.sorted(by: { $0.key.text < $1.key.text }) {
                series.write(name: name, labels: labels, to: &text)
            }
        }
        return text
    }

    /// ``text`` as an answer to a scrape.
    public var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }

    /// The series of that name, labels and type.
    ///
    /// A name belongs to the type that used it first; a second type gets a series that counts but
    /// is not shown, since two types under one name would make the whole text unreadable.
    private func series<Series: MetricSeries>(
        _ label: String,
        _ dimensions: [(String, String)],
        as type: Series.Type = Series.self
    ) -> Series {
        let name = MetricName.metric(label)
        let labels = MetricLabels(dimensions)
        return families.withLock { families in
            var family = families[name] ?? Family(kind: Series.kind)
            if let known = family.series[labels] as? Series { return known }
            let new = Series(bounds: bounds[name] ?? Self.durationBounds)
            guard family.kind == Series.kind else { return new }
            family.series[labels] = new
            families[name] = family
            return new
        }
    }
}

extension MetricsRegistry {
    /// A counter.
    public func makeCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any CounterHandler {
        series(label, dimensions, as: CounterSeries.self)
    }

    /// A counter of fractions.
    public func makeFloatingPointCounter(
        label: String,
        dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        series(label, dimensions, as: CounterSeries.self)
    }

    /// A gauge.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, as: GaugeSeries.self)
    }

    /// A histogram if `aggregate`, else a gauge.
    public func makeRecorder(
        label: String,
        dimensions: [(String, String)],
        aggregate: Bool
    ) -> any RecorderHandler {
        aggregate
            ? series(label, dimensions, as: HistogramSeries.self)
            : series(label, dimensions, as: GaugeSeries.self)
    }

    /// A histogram of seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, as: HistogramSeries.self)
    }

    /// Nothing: a series lives as long as the process, as Prometheus expects.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Nothing.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    /// Nothing.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// Nothing.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Nothing.
    public func destroyTimer(_ handler: any TimerHandler) {}
}
