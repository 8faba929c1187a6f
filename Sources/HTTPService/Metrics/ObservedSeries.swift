/// A number that is looked up when it is asked for.
struct ObservedSeries: Sendable {
    /// What it is for Prometheus.
    enum Kind: String, Sendable {
        case counter
        case gauge
    }

    let kind: Kind
    let value: @Sendable () -> Double?

    /// Adds the family, unless there is nothing to tell.
    func write(name: String, to text: inout String) {
        guard let value = value() else { return }
        text += "# TYPE \(name) \(kind.rawValue)\n\(name) \(MetricNumber.text(value))\n"
    }
}
