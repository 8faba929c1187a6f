import HTTPService
import Logging
import NotaryService
import ServiceLifecycle
import TUFCore

/// Renews timestamps and snapshots in the background, before readers would have to wait for it.
struct RenewalService: Service, CustomStringConvertible {
    private let rounds: RenewalRounds
    private let schedule: RenewalSchedule
    private let metrics: RenewalMetrics
    private let logger: Logger
    private let now: @Sendable () -> UTCTime
    private let random: @Sendable () -> Double

    /// Renewal for a service.
    ///
    /// - Parameters:
    ///   - service: whose repositories are renewed.
    ///   - schedule: how often, and how much at once.
    ///   - registry: what is counted goes here.
    ///   - logger: gets what is news.
    ///   - now: the clock to sign at.
    ///   - random: numbers from 0 to 1, for the pauses.
    init(
        of service: NotaryService,
        schedule: RenewalSchedule,
        registry: MetricsRegistry,
        logger: Logger,
        now: @escaping @Sendable () -> UTCTime = SystemTime.now,
        random: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        rounds = RenewalRounds(of: service, settings: schedule.settings)
        self.schedule = schedule
        metrics = RenewalMetrics(registry: registry)
        self.logger = logger
        self.now = now
        self.random = random
    }

    /// Goes on until a graceful shutdown, which waits for the repository that is being renewed.
    func run() async throws {
        while !Self.isStopping {
            let pause = schedule.pause(random: random())
            await cancelWhenGracefulShutdown { try? await Task.sleep(for: pause) }
            if !Self.isStopping { await round() }
        }
    }

    /// What it is called in the log.
    var description: String { "renewal" }

    /// Does one round, counts it, and logs what is news.
    func round() async {
        let report = await rounds.round(now: now()) { Self.isStopping }
        metrics.count(report)
        if let fault = report.storeFault {
            logger.error("renewal cannot tell what is due", metadata: ["error": "\(fault)"])
        }
        let news = report.faults.filter(\.isNews)
        for fault in news.prefix(Self.mostLines) {
            logger.warning(
                "repository not renewed",
                metadata: ["gun": "\(fault.gun.name)", "reason": "\(fault.reason)"]
            )
        }
        guard report.renewed > 0 || !news.isEmpty else { return }
        logger.info(
            "renewal round",
            metadata: [
                "renewed": .stringConvertible(report.renewed),
                "settled": .stringConvertible(report.settled),
                "failed": .stringConvertible(report.faults.count),
                "failing": .stringConvertible(report.failing),
            ]
        )
    }

    private static var isStopping: Bool { Task.isShuttingDownGracefully || Task.isCancelled }

    private static let mostLines = 10
}
