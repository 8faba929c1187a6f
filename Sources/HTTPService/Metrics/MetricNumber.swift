/// Writes numbers as Prometheus reads them.
enum MetricNumber {
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        guard let integer = Int64(exactly: value) else { return "\(value)" }
        return "\(integer)"
    }
}
