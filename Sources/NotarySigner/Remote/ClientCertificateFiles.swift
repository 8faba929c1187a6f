/// The PEM files of the certificate that a server shows to a signer.
package struct ClientCertificateFiles: Hashable, Sendable {
    /// The certificate first, then its intermediates.
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}
