import Testing

/// The docker command line signs at our server.
@Suite("Docker content trust against our server", .serialized)
struct DockerTrustTests {
    private let certificates: TestCertificates
    private let server: NotaryServer
    private let docker: DockerCLI

    init() async throws {
        certificates = try await TestCertificates()
        server = try await NotaryServer.start(
            home: TemporaryFolder(),
            certificate: certificates.server()
        )
        docker = try await DockerCLI(
            server: server,
            authority: certificates.authority.certificate
        )
    }

    @Test("a generated key becomes a signer, signs a tag, and inspect shows both")
    func signAndInspect() async throws {
        let image = "localhost:5000/lab/app"
        try await docker("trust", "key", "generate", "alice", "--dir", docker.home.path)
        let key = docker.home.path("alice.pub")
        try await docker("trust", "signer", "add", "--key", key, "alice", image)
        try await docker("trust", "sign", "\(image):v1")
        let inspected = try await docker("trust", "inspect", image)
        #expect(inspected.contains(#""SignedTag": "v1""#))
        #expect(inspected.contains(#""alice""#))
        let notary = try NotaryCLI(
            server: server.url,
            authority: certificates.authority.certificate
        )
        let listed = try await notary("list", image, "--roles", "targets/releases")
        #expect(listed.contains("v1"))
    }
}
