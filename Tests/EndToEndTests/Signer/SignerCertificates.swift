import NotarySigner
import TUFCore

/// The certificates of a server and its signer, who know each other by one authority.
struct SignerCertificates: Sendable {
    let signer: TestCertificates.Pair
    let server: TestCertificates.Pair
    private let certificates: TestCertificates

    init() async throws {
        certificates = try await TestCertificates()
        signer = try await certificates.server()
        server = try await certificates.client("notary-server")
    }

    /// The file of the authority.
    var authority: String { certificates.authority.certificate }

    /// What the server shows.
    var shown: ClientCertificateFiles { ClientCertificateFiles(server) }

    /// The options of our server for a signer at `port`.
    func options(port: Int) -> [String] {
        [
            "--signer", "localhost:\(port)", "--signer-ca", authority,
            "--signer-certificate", server.certificate, "--signer-key", server.key,
        ]
    }

    /// The `trust_service` of notary-server's configuration for a signer at `port`.
    func trustService(port: Int, algorithm: String = "ecdsa") -> JSON {
        [
            "type": "remote", "hostname": "localhost", "port": .string("\(port)"),
            "key_algorithm": .string(algorithm), "tls_ca_file": .string(authority),
            "tls_client_cert": .string(server.certificate),
            "tls_client_key": .string(server.key),
        ]
    }
}

extension ClientCertificateFiles {
    init(_ pair: TestCertificates.Pair) {
        self.init(certificate: pair.certificate, key: pair.key)
    }
}
