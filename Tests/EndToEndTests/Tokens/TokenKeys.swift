import Foundation

/// What a server that asks for tokens is configured with, and who signs such tokens.
struct TokenKeys: Sendable {
    private let home: TemporaryFolder
    /// The authority of everything, servers too.
    let certificates: TestCertificates
    /// Another authority, that nobody trusts.
    private let others: TestCertificates
    /// PEM file of the authority and of a certificate with the RSA key.
    let bundle: String
    /// The RSA key, known by its own certificate.
    let rsa: TokenSigner
    /// An ECDSA key with a certificate of the authority.
    let ecdsa: TokenSigner
    /// A key with a certificate of somebody else.
    let other: TokenSigner

    init() async throws {
        home = try TemporaryFolder()
        certificates = try await TestCertificates()
        let pair = TestCertificates.Pair(
            certificate: home.path("rsa.crt"),
            key: home.path("rsa.key")
        )
        try await Tool.openssl.succeed(
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=tokens",
                "-days", "365", "-keyout", pair.key, "-out", pair.certificate,
            ],
            home: home
        )
        rsa = try .rsa(pair)
        // A certificate for clients: for tokens it does not matter what it is for.
        ecdsa = try .ecdsa(try await certificates.client("tokens"))
        others = try await TestCertificates()
        other = try .ecdsa(try await others.client("tokens"))
        bundle = try home.write(
            try pair.text(of: pair.certificate)
                + certificates.authority.text(of: certificates.authority.certificate),
            to: "bundle.pem"
        )
    }

    /// The options of our server; what notary-server has under `auth`.
    func options(realm: String) -> [String] {
        [
            "--token-realm", realm, "--token-service", "notary-lab",
            "--token-issuer", "lab-issuer", "--token-certificates", bundle,
        ]
    }
}

extension TestCertificates.Pair {
    /// What one of the two files holds.
    func text(of file: String) throws -> String {
        try String(contentsOfFile: file, encoding: .utf8)
    }
}
