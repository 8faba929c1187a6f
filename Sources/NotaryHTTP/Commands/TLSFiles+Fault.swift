import HTTPService
import Logging

extension TLSFiles {
    /// Why they cannot be served from; nil where they can.
    ///
    /// - Parameters:
    ///   - certificate: the key that names the certificate.
    ///   - authorities: the key that names the authorities of clients.
    ///   - source: where the keys stand.
    /// - Returns: the fault, of the key that it is about.
    func fault<Key: ConfigurationKey>(
        certificate: Key,
        authorities: Key,
        in source: ConfigurationSource<Key>
    ) -> ConfigurationFault? {
        do {
            try check(logger: Logger(label: "check") { _ in SwiftLogNoOpLogHandler() })
            return nil
        } catch .unusableClientAuthorities(_, let reason) {
            return source.fault(authorities, expected: "PEM certificates", found: reason)
        } catch {
            return source.fault(
                certificate,
                expected: "a certificate with its key",
                found: error.description
            )
        }
    }
}
