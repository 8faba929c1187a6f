import CoreMetrics
import Synchronization

/// A number that only grows.
final class CounterSeries: MetricSeries, CounterHandler, FloatingPointCounterHandler {
    static let kind = "counter"
    private let value = Mutex(0.0)

    init(bounds: [Double]) {}

    /// What it has come to.
    var current: Double { value.withLock { $0 } }

    func increment(by amount: Int64) {
        increment(by: Double(amount))
    }

    func increment(by amount: Double) {
        guard amount > 0 else { return }
        value.withLock { $0 += amount }
    }

    func reset() {
        value.withLock { $0 = 0 }
    }

    func write(name: String, labels: MetricLabels, to text: inout String) {
        text += "\(name)\(labels.braced()) \(MetricNumber.text(value.withLock { $0 }))\n"
    }
}
