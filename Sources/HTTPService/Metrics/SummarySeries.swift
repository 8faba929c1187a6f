import CoreMetrics
import Synchronization

/// Quantiles of what was recorded lately, as Prometheus' Go client computes them.
///
/// They are those of at most the last 1024 values of the last ten minutes; none is `NaN`.
final class SummarySeries: MetricSeries, RecorderHandler {
    static let kind = "summary"
    static let quantiles = [0.5, 0.9, 0.99]
    static let capacity = 1024
    static let window = Duration.seconds(600)

    private struct State {
        var values: [(value: Double, at: ContinuousClock.Instant)] = []
        /// Where the next value goes once there is no more room.
        var next = 0
        var sum = 0.0
        var count = 0
    }

    private let state = Mutex(State())

    init(bounds: [Double]) {}

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        record(value, at: .now)
    }

    /// Records what was found at a time.
    func record(_ value: Double, at time: ContinuousClock.Instant) {
        state.withLock { state in
            state.sum += value
            state.count += 1
            if state.values.count < Self.capacity {
                state.values.append((value, time))
            } else {
                state.values[state.next] = (value, time)
                state.next = (state.next + 1) % Self.capacity
            }
        }
    }

    func write(name: String, labels: MetricLabels, to text: inout String) {
        write(name: name, labels: labels, at: .now, to: &text)
    }

    /// Writes the lines as they are at a time.
    func write(
        name: String,
        labels: MetricLabels,
        at time: ContinuousClock.Instant,
        to text: inout String
    ) {
        let (values, sum, count) = state.withLock { ($0.values, $0.sum, $0.count) }
        let recent = values.filter { $0.at > time - Self.window }.map(\.value).sorted()
        for quantile in Self.quantiles {
            let value = Self.value(of: quantile, in: recent)
            let label = labels.braced(adding: "quantile=\"\(MetricNumber.text(quantile))\"")
            text += "\(name)\(label) \(MetricNumber.text(value))\n"
        }
        text += "\(name)_sum\(labels.braced()) \(MetricNumber.text(sum))\n"
        text += "\(name)_count\(labels.braced()) \(count)\n"
    }

    private static func value(of quantile: Double, in sorted: [Double]) -> Double {
        guard !sorted.isEmpty else { return .nan }
        let rank = (quantile * Double(sorted.count)).rounded(.up)
        return sorted[min(sorted.count, max(1, Int(rank))) - 1]
    }
}
