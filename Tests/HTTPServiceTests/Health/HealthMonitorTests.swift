import HTTPService
import Synchronization
import Testing

@Suite("Health checks")
struct HealthMonitorTests {
    private final class Count: Sendable {
        private let value = Mutex(0)
        var now: Int { value.withLock { $0 } }
        func add() { value.withLock { $0 += 1 } }
    }

    @Test("all who ask within a moment share one run")
    func shared() async {
        let count = Count()
        let check = HealthCheck(name: "store") {
            count.add()
            return "gone"
        }
        let monitor = HealthMonitor([check], interval: .seconds(1000))
        await withTaskGroup { group in
            for _ in 0..<20 {
                group.addTask { #expect(await monitor.report().failures == ["store": "gone"]) }
            }
        }
        #expect(count.now == 1)
    }

    @Test("what was found is not believed for longer")
    func forgotten() async {
        let count = Count()
        let check = HealthCheck(name: "store") {
            count.add()
            return count.now == 1 ? "gone" : nil
        }
        let monitor = HealthMonitor([check], interval: .zero)
        #expect(await monitor.report().failures.count == 1)
        #expect(await monitor.report().failures.isEmpty)
    }

    @Test("a check that does not come to an end has failed")
    func hanging() async {
        let hangs = HealthCheck(name: "signer", patience: .milliseconds(50)) {
            try? await Task.sleep(for: .seconds(3600))
            return nil
        }
        let report = await HealthReport(running: [hangs, HealthCheck(name: "store") { nil }])
        #expect(report.failures.keys.sorted() == ["signer"])
        #expect(report.failures["signer"]?.hasPrefix("no answer within") == true)
    }
}
