import GRPCCore
import NotaryService
import SignerProtocol
import Synchronization

/// What is known of a signer's health, so that being asked for it costs no call.
final class SignerHealth<Transport: ClientTransport>: Sendable {
    /// The parts that must be up, by the names notary-server gives them.
    private static var parts: [(service: HealthService, name: String)] {
        [(.keyManagement, "KeyManagement"), (.signer, "Signer")]
    }

    private let client: SignerClient<Transport>
    private let limits: RemoteLimits
    /// Nil until it was looked at once.
    private let last = Mutex<Result<Void, SigningServiceError>?>(nil)

    init(client: SignerClient<Transport>, limits: RemoteLimits) {
        self.client = client
        self.limits = limits
    }

    /// Looks again and again, until it is cancelled.
    func watch() async {
        while !Task.isCancelled {
            let isHealthy: Bool
            do {
                try await look()
                isHealthy = true
            } catch {
                isHealthy = false
            }
            let pause = isHealthy ? limits.interval : limits.intervalWhileFailing
            try? await Task.sleep(for: pause)
        }
    }

    /// Says what was found last.
    ///
    /// - Throws: ``SigningServiceError/remote(_:)``.
    func check() async throws(SigningServiceError) {
        guard let last = last.withLock({ $0 }) else { return try await look() }
        try last.get()
    }

    private func look() async throws(SigningServiceError) {
        let found: Result<Void, SigningServiceError>
        do {
            for part in Self.parts { try await check(part) }
            found = .success(())
        } catch {
            found = .failure(error)
        }
        last.withLock { $0 = found }
        try found.get()
    }

    private func check(
        _ part: (service: HealthService, name: String)
    ) async throws(SigningServiceError) {
        let status: ServingStatus
        do {
            let request = HealthRequest(service: part.service.rawValue)
            status = try await client.checkHealth(request).status
        } catch {
            throw .remote(error.description)
        }
        guard status == .serving else {
            throw .remote(
                "got the serving status of \(part.name): \(status), want \(ServingStatus.serving)"
            )
        }
    }
}
