public import Logging
public import ServiceLifecycle
import UnixSignals

/// Runs the services of an executable until it is told to stop.
public enum ServiceRunner {
    /// Runs `services`, started in order and stopped in reverse order.
    ///
    /// SIGTERM and SIGINT stop them gracefully; after the limits' time to stop, what still runs is
    /// broken off. SIGHUP has those read their files anew that are ``Reloadable``.
    ///
    /// - Throws: what the first failing service threw.
    public static func run(
        _ services: [any Service],
        limits: LimitOptions,
        logger: Logger
    ) async throws {
        let reload = await ReloadSignal(
            for: services.compactMap { $0 as? any Reloadable },
            logger: logger
        )
        var configuration = ServiceGroupConfiguration(
            services: ([reload] + services)
                .map {
                    .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
                },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = limits.stopTimeout.duration
        try await ServiceGroup(configuration: configuration).run()
    }
}
