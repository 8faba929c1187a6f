import Logging
import NIOCertificateReloading
import Synchronization

/// Says when another certificate came into use, and once when one could not.
final class TLSReloadLog: Sendable {
    private let logger: Logger
    private let certificate: String
    private let lastFailure = Mutex("")

    init(logger: Logger, certificate: String) {
        self.logger = logger
        self.certificate = certificate
    }

    func loaded(_ change: TimedCertificateReloader.CertificateChainAndKeyPairReloadDiff) {
        lastFailure.withLock { $0 = "" }
        guard let previous = change.previousX509CertificateChain,
            previous != change.currentX509CertificateChain
        else { return }
        logger.notice("certificate replaced", metadata: ["certificate": "\(certificate)"])
    }

    func failed(_ error: any Error) {
        let text = "\(error)"
        let isNew = lastFailure.withLock { last in
            defer { last = text }
            return last != text
        }
        guard isNew else { return }
        logger.warning(
            "certificate not replaced, the one before stays in use",
            metadata: ["certificate": "\(certificate)", "error": "\(text)"]
        )
    }
}
