import CoreMetrics
import Synchronization

/// A number that goes up and down.
final class GaugeSeries: MetricSeries, MeterHandler, RecorderHandler {
    static let kind = "gauge"
    private let value = Mutex(0.0)

    init(bounds: [Double]) {}

    func set(_ value: Int64) {
        set(Double(value))
    }

    func set(_ value: Double) {
        self.value.withLock { $0 = value }
    }

    func increment(by amount: Double) {
        value.withLock { $0 += amount }
    }

    func decrement(by amount: Double) {
        value.withLock { $0 -= amount }
    }

    func record(_ value: Int64) {
        set(Double(value))
    }

    func record(_ value: Double) {
        set(value)
    }

    func write(name: String, labels: MetricLabels, to text: inout String) {
        text += "\(name)\(labels.braced()) \(MetricNumber.text(value.withLock { $0 }))\n"
    }
}
