public import Hummingbird

extension RouterMethods {
    /// Answers GET `path` with a ``HealthReport`` over `checks`: liveness without any, readiness
    /// with what must work before requests should come.
    @discardableResult
    public func health(_ path: RouterPath, checks: [HealthCheck] = []) -> Self {
        get(path) { _, _ in
            await HealthReport(running: checks).response
        }
    }

    /// Answers GET `path` with what `monitor` finds.
    @discardableResult
    public func health(_ path: RouterPath, _ monitor: HealthMonitor) -> Self {
        get(path) { _, _ in
            await monitor.report().response
        }
    }

    /// Answers GET `path` with the metrics of `registry` as text.
    @discardableResult
    public func metrics(_ path: RouterPath, of registry: MetricsRegistry) -> Self {
        get(path) { request, _ in
            registry.scrape(request)
        }
    }
}
