import HTTPService
import Logging
import Metrics
import PolicyEngine
import ServiceLifecycle
import Synchronization

/// The policies in manifests, which follow their files.
///
/// Files are read once a second, and a change counts once two readings in a row agree, so that a
/// file that is just being written is not taken for a shorter one. A set that cannot be read to
/// its end is not taken: the one before stays in force as a whole, which is said in the log and
/// in `countersign_policies_reload_failed`. (To deny everything instead would stop a cluster for
/// a typing error; to take what can be read might drop the stricter of two policies.)
final class PolicySource: CurrentPolicies, Service {
    private let files: ManifestFiles
    private let interval: Duration
    private let logger: Logger
    private let failed: Gauge
    private let state: Mutex<State>

    private struct State {
        var policies: PolicySet
        var reload: ManifestReload
    }

    /// Loads the policies.
    ///
    /// - Throws: ``ManifestFileError``, ``IncompletePolicies``.
    init(
        loading files: ManifestFiles,
        registry: MetricsRegistry,
        logger: Logger,
        interval: Duration = .seconds(1)
    ) throws {
        self.files = files
        self.interval = interval
        self.logger = logger
        failed = Gauge(
            label: "countersign_policies_reload_failed",
            dimensions: [],
            factory: registry
        )
        let read = try files.read()
        let policies = try Self.policies(in: read)
        state = Mutex(State(policies: policies, reload: ManifestReload(inForce: read)))
        failed.record(0)
        report(policies, as: "policies loaded")
    }

    var current: PolicySet { state.withLock { $0.policies } }

    /// Reads the policies of files once.
    ///
    /// - Throws: ``ManifestFileError``, ``IncompletePolicies``.
    static func policies(of files: ManifestFiles) throws -> PolicySet {
        try policies(in: try files.read())
    }

    /// Follows the files until a graceful shutdown.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: self.interval) } catch { return }
                self.look()
            }
        }
    }

    /// Reads the files, and takes what they say when it is there to stay.
    func look() {
        let reading: Result<[ManifestFiles.File], ManifestFileError>
        do throws(ManifestFileError) {
            reading = .success(try files.read())
        } catch {
            reading = .failure(error)
        }
        switch state.withLock({ $0.reload.observe(reading) }) {
        case .nothing: return
        case .unreadable(let error): refuse("\(error)")
        case .changed(let files):
            do {
                let policies = try Self.policies(in: files)
                state.withLock { $0.policies = policies }
                failed.record(0)
                report(policies, as: "policies replaced")
            } catch {
                refuse("\(error)")
            }
        }
    }

    private func refuse(_ reason: String) {
        failed.record(1)
        logger.error(
            "policies not replaced, the ones before stay in force",
            metadata: ["reason": "\(reason)"]
        )
    }

    private func report(_ policies: PolicySet, as event: Logger.Message) {
        logger.notice(event, metadata: ["policies": "\(policies.policies.count)"])
        for diagnostic in policies.diagnostics {
            logger.log(
                level: diagnostic.severity == .error ? .error : .warning,
                "manifest",
                metadata: ["diagnostic": "\(diagnostic)"]
            )
        }
    }

    private static func policies(in files: [ManifestFiles.File]) throws -> PolicySet {
        let policies = PolicySet(
            manifests: files.map { Manifest(source: $0.path, bytes: $0.bytes) }
        )
        guard policies.isComplete else { throw IncompletePolicies(policies) }
        return policies
    }
}
