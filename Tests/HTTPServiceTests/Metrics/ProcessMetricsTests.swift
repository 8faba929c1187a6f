import Foundation
import HTTPService
import Testing

@Suite("Metrics of the process")
struct ProcessMetricsTests {
    private let registry = MetricsRegistry()

    private func value(_ name: String) -> Double? {
        registry.text.split(separator: "\n").first { $0.hasPrefix(name + " ") }
            .flatMap { Double($0.dropFirst(name.count + 1)) }
    }

    @Test("are those that every Prometheus client has, with sane values")
    func values() throws {
        ProcessMetrics.add(to: registry)
        let resident = try #require(value("process_resident_memory_bytes"))
        let virtual = try #require(value("process_virtual_memory_bytes"))
        #expect(resident > 1_000_000 && virtual > resident)
        let open = try #require(value("process_open_fds"))
        let most = try #require(value("process_max_fds"))
        #expect(open >= 3 && most > open)
        #expect(try #require(value("process_cpu_seconds_total")) > 0)
        let start = try #require(value("process_start_time_seconds"))
        let age = Date.now.timeIntervalSince1970 - start
        #expect((-2...86_400).contains(age))
        #expect(registry.text.contains("# TYPE process_cpu_seconds_total counter\n"))
        #expect(registry.text.contains("# TYPE process_open_fds gauge\n"))
    }
}
