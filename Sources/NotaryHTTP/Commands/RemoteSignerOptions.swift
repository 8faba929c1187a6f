import ArgumentParser
import HTTPService
import TUFCore

/// The options of `serve` about a signer elsewhere.
struct RemoteSignerOptions: ParsableArguments {
    @Option(
        help: "HOST:PORT of a notary-signer that makes the server's keys and signs with them.",
        transform: ListenAddress.init(parsing:)
    )
    var signer: ListenAddress?

    @Option(help: "PEM file of authorities of the signer's certificate; else the system's.")
    var signerCA: String?

    @Option(help: "PEM file of the certificate that is shown to the signer.")
    var signerCertificate: String?

    @Option(help: "PEM file with the private key of that certificate.")
    var signerKey: String?

    func validate() throws {
        guard (signerCertificate == nil) == (signerKey == nil) else {
            throw ValidationError("`--signer-certificate` and `--signer-key` need each other")
        }
    }

    /// These options as settings of a file.
    var settings: [(ServerKey, String, String?)] {
        [
            (.trustService, "--signer", signer.map { _ in "remote" }),
            (.signerHost, "--signer", signer?.host),
            (.signerPort, "--signer", signer.map { "\($0.port)" }),
            (.signerAuthorities, "--signer-ca", signerCA),
            (.signerCertificate, "--signer-certificate", signerCertificate),
            (.signerCertificateKey, "--signer-key", signerKey),
        ]
    }

    /// Who makes keys of `algorithm`: the signer, or this server where none is named.
    func trustService(_ algorithm: KeyAlgorithm) throws -> TrustServiceConfiguration {
        guard let signer else {
            let others = [signerCA, signerCertificate, signerKey].compactMap { $0 }
            guard others.isEmpty else {
                throw ValidationError("the options about a signer need `--signer`")
            }
            return .local(algorithm)
        }
        return .remote(
            RemoteSignerConfiguration(
                host: signer.host,
                port: signer.port,
                keyAlgorithm: algorithm,
                authorities: signerCA,
                identity: signerCertificate.flatMap { certificate in
                    signerKey.map { .init(certificate: certificate, key: $0) }
                }
            )
        )
    }
}
