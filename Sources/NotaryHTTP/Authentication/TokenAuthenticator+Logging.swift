import Logging
import TUFCore

extension TokenAuthenticator {
    /// Reads the certificates that `configuration` name, and tells the log what it found.
    ///
    /// - Throws: ``TokenCertificatesError``.
    init(
        _ configuration: TokenAuthenticationConfiguration,
        logger: Logger,
        now: UTCTime
    ) throws(TokenCertificatesError) {
        try self.init(configuration)
        logger.notice(
            "token authentication",
            metadata: [
                "issuer": "\(configuration.issuer)", "service": "\(configuration.service)",
                "certificates": "\(configuration.rootCertificates)",
            ]
        )
        for certificate in certificatesOutOfTime(at: now) {
            logger.warning(
                "a certificate for tokens is not in force: only its own key signs",
                metadata: [
                    "name": "\(certificate.commonName ?? "")",
                    "from": "\(certificate.notBefore)", "until": "\(certificate.notAfter)",
                ]
            )
        }
    }
}
