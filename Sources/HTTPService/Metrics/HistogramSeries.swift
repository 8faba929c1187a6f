import CoreMetrics
import Synchronization

/// How often values fell under each of some bounds.
///
/// Timers record seconds.
final class HistogramSeries: MetricSeries, RecorderHandler, TimerHandler {
    static let kind = "histogram"

    private struct State {
        /// Values at or under each bound but over the one before; the last is over all bounds.
        var counts: [Int]
        var sum = 0.0
    }

    private let bounds: [Double]
    private let state: Mutex<State>

    init(bounds: [Double]) {
        self.bounds = bounds
        self.state = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        let index = bounds.firstIndex { value <= $0 } ?? bounds.count
        state.withLock {
            $0.counts[index] += 1
            $0.sum += value
        }
    }

    func recordNanoseconds(_ duration: Int64) {
        record(Double(duration) / 1e9)
    }

    func write(name: String, labels: MetricLabels, to text: inout String) {
        let now = state.withLock { $0 }
        var total = 0
        for (bound, count) in zip(bounds + [.infinity], now.counts) {
            total += count
            let bucket = labels.braced(adding: "le=\"\(MetricNumber.text(bound))\"")
            text += "\(name)_bucket\(bucket) \(total)\n"
        }
        text += "\(name)_sum\(labels.braced()) \(MetricNumber.text(now.sum))\n"
        text += "\(name)_count\(labels.braced()) \(total)\n"
    }
}
