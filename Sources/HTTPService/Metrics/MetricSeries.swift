/// One time series that can write itself.
protocol MetricSeries: AnyObject, Sendable {
    /// The word after `# TYPE`.
    static var kind: String { get }
    /// Starts at zero, at the bucket bounds given, which only a histogram uses.
    init(bounds: [Double])
    /// Adds its lines to `text`.
    func write(name: String, labels: MetricLabels, to text: inout String)
}
