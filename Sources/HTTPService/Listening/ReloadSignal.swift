import Logging
import ServiceLifecycle
import UnixSignals

/// Has services read their files anew whenever SIGHUP comes, which would end the process otherwise.
struct ReloadSignal: Service, CustomStringConvertible {
    private let signals: UnixSignalsSequence
    private let services: [any Reloadable]
    private let logger: Logger

    /// The signal is taken from here on; what comes before the run is not lost.
    init(for services: [any Reloadable], logger: Logger) async {
        signals = await UnixSignalsSequence(trapping: .sighup)
        self.services = services
        self.logger = logger
    }

    /// Its name in the log.
    var description: String { "reload" }

    func run() async {
        for await _ in signals.cancelOnGracefulShutdown() {
            logger.notice("files read anew", metadata: ["signal": "SIGHUP"])
            for service in services { service.reload() }
        }
    }
}
