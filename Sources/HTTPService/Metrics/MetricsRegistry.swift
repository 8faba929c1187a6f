public import CoreMetrics
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

    /// How many series one name may have: labels of many values must not fill the memory.
    public static let maximumSeries = 1000

    private let bounds: [String: [Double]]
    private let families = Mutex<[String: Family]>([:])
    private let observed = Mutex<[String: ObservedSeries]>([:])
    private let dropped = CounterSeries(bounds: [])

    /// A registry whose histograms have `bounds` (ascending) by metric name, else
    /// ``durationBounds``.
    public init(bounds: [String: [Double]] = [:]) {
        self.bounds = bounds
        observe("countersign_metrics_dropped_total", as: .counter) { [dropped] in
            dropped.current > 0 ? dropped.current : nil
        }
    }

    /// All series, each family under its `# TYPE` line, sorted by name and labels.
    public var text: String {
        let families = families.withLock { $0 }
        var text = ""
        for (name, series) in observed.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            series.write(name: name, to: &text)
        }
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text += "# TYPE \(name) \(family.kind)\n"
            for (labels, series) in family.series.sorted(by: { $0.key.text < $1.key.text }) {
                series.write(name: name, labels: labels, to: &text)
            }
        }
        return text
    }

    /// Has `name` looked up at each scrape.
    func observe(
        _ name: String,
        as kind: ObservedSeries.Kind,
        _ value: @escaping @Sendable () -> Double?
    ) {
        let series = ObservedSeries(kind: kind, value: value)
        observed.withLock { $0[MetricName.metric(name)] = series }
    }

    /// The series of that name, labels and type.
    ///
    /// A name belongs to the type that used it first; a second type gets a series that counts but
    /// is not shown, since two types under one name would make the whole text unreadable. The same
    /// goes for a series too many.
    func series<Series: MetricSeries>(
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
            guard family.series.count < Self.maximumSeries else {
                dropped.increment(by: Int64(1))
                return new
            }
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
