import Testing

/// The options of `notary` for TLS, at our server.
@Suite("notary: TLS options", .serialized)
struct NotaryCLITransportTests {
    private let certificates: TestCertificates
    private let server: NotaryServer

    init() async throws {
        certificates = try await TestCertificates()
        server = try await NotaryServer.start(
            home: TemporaryFolder(),
            certificate: certificates.server(),
            arguments: ["--client-ca", certificates.authority.certificate]
        )
    }

    @Test("--tlscacert, --tlscert and --tlskey let a client in that a server demands to know")
    func mutual() async throws {
        let client = try await certificates.client("client")
        let authority = certificates.authority.certificate
        let cli = try NotaryCLI(server: server.url, authority: authority)
        let pair = ["--tlscert", client.certificate, "--tlskey", client.key]
        let known = try await cli.run(pair + ["init", "lab/app", "-p"])
        #expect(known.status == 0, "\(known.output)")
        #expect(try await cli.run(pair + ["list", "lab/app"]).status == 0)
        let stranger = try NotaryCLI(server: server.url, authority: authority)
        let refused = try await stranger.run("list", "lab/app")
        #expect(refused.status == 1)
        #expect(refused.output.contains("certificate required"), "\(refused.output)")
    }

    @Test("without --tlscacert the server is not believed")
    func stranger() async throws {
        let result = try await NotaryCLI(server: server.url).run("list", "lab/app")
        #expect(result.status == 1)
        #expect(result.output.contains("x509"))
    }
}
