import NotarySigner

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
}

extension ClientCertificateFiles {
    init(_ pair: TestCertificates.Pair) {
        self.init(certificate: pair.certificate, key: pair.key)
    }
}
