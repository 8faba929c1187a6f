import HTTPService
import Logging
import NotaryService
import NotaryStorage
import NotaryTesting
import ServiceLifecycle
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Renewal in the background")
struct RenewalServiceTests {
    private let logs = LogRecorder()
    private let registry = MetricsRegistry()
    private let store = InMemoryMetadataStore()
    private let service: NotaryService

    init() {
        service = NotaryService(
            store: store,
            signing: TestSigningService(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    private func renewal(interval: Duration = .milliseconds(1)) -> RenewalService {
        RenewalService(
            of: service,
            schedule: RenewalSchedule(
                interval: interval,
                settings: RenewalSettings(margin: 4 * 86_400)
            ),
            registry: registry,
            logger: logs.logger(),
            now: { TestTime.days(12) }
        )
    }

    private func publish(_ name: String, rootExpiry: UTCTime = TestTime.days(3650)) async throws {
        var publisher = try await TestPublisher(name, with: service)
        publisher.root.expires = rootExpiry
        try await service.publish(publisher.firstParts(), to: publisher.gun, now: TestTime.now)
    }

    @Test("counts what it did, and logs a fault once")
    func round() async throws {
        try await publish("lab/good")
        try await publish("lab/bad", rootExpiry: TestTime.days(1))
        let renewal = renewal()
        for _ in 0..<3 { await renewal.round() }
        let text = registry.text
        #expect(text.contains("countersign_notary_renewals_total{outcome=\"renewed\"} 1\n"))
        #expect(text.contains("countersign_notary_renewals_total{outcome=\"failed\"} 1\n"))
        #expect(text.contains("countersign_notary_renewals_failing 1"))
        #expect(logs.lines.count { $0.contains("repository not renewed") } == 1)
        #expect(logs.lines.count { $0.contains("renewal round") } == 1)
    }

    @Test("logs at most ten faults of a round by name")
    func flood() async throws {
        for number in 1...15 { try await publish("lab/bad\(number)", rootExpiry: TestTime.days(1)) }
        await renewal().round()
        #expect(logs.lines.count { $0.contains("repository not renewed") } == 10)
        #expect(logs.lines.last?.contains("\"failed\":15") == true)
    }

    @Test("has its series at zero before anything happened")
    func zero() {
        _ = renewal()
        for outcome in ["renewed", "settled", "failed"] {
            let series = "countersign_notary_renewals_total{outcome=\"\(outcome)\"} 0\n"
            #expect(registry.text.contains(series))
        }
    }

    @Test("works until it is stopped gracefully, in the middle of a long pause too")
    func stops() async throws {
        try await publish("lab/good")
        for interval in [Duration.milliseconds(1), .seconds(3600)] {
            let group = ServiceGroup(
                services: [renewal(interval: interval)],
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            )
            try await withThrowingTaskGroup { tasks in
                tasks.addTask { try await group.run() }
                while try await store.current(.timestamp, of: .known("lab/good"))?.version == .first
                {
                    try await Task.sleep(for: .milliseconds(1))
                }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
        }
    }
}
