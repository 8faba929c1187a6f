import TUFCore
import Testing

/// The docker command line signs at our server and at Debian's.
@Suite("docker trust, against both servers", .serialized)
struct DockerTrustTests {
    private static let app = "localhost:5000/lab/app"
    private static let other = "localhost:5000/lab/other"
    private static let releases = "targets/releases"
    private let docker: DockerCLIPair
    private let alice: TestCertificates.Pair

    init() async throws {
        docker = try await DockerCLIPair()
        alice = try await TestCertificates.selfSigned("alice", in: docker.ours.home)
        try await docker("trust", "key", "load", alice.key, "--name", "alice")
    }

    /// Makes alice a signer of two repositories.
    private func addSigner() async throws {
        try await docker(
            "trust",
            "signer",
            "add",
            "--key",
            alice.certificate,
            "alice",
            Self.app,
            Self.other
        )
    }

    @Test("a generated key becomes a signer, signs a tag, and inspect shows both")
    func signAndInspect() async throws {
        // Made once: two keys would not print the same.
        try await docker.ours("trust", "key", "generate", "bob", "--dir", docker.ours.home.path)
        let key = docker.ours.home.path("bob.pub")
        try await docker.ours("trust", "signer", "add", "--key", key, "bob", Self.app)
        try await docker.ours("trust", "sign", "\(Self.app):v1")
        let inspected = try await docker.ours("trust", "inspect", Self.app)
        #expect(inspected.contains(#""SignedTag": "v1""#))
        #expect(inspected.contains(#""bob""#))
        #expect(try await docker.listed(Self.app, role: Self.releases).contains("v1"))
    }

    @Test("a loaded key becomes a signer of two repositories, and signs")
    func signers() async throws {
        try await addSigner()
        try await docker("trust", "inspect", Self.app, Self.other)
        try await docker("trust", "sign", "\(Self.app):v1")
        try await docker("trust", "sign", "--local", "\(Self.other):v2")
        let inspected = try await docker("trust", "inspect", Self.app, Self.other)
        #expect(inspected.contains(#""SignedTag": "v1""#))
        #expect(inspected.contains(#""SignedTag": "v2""#))
        let pretty = try await docker("trust", "inspect", "--pretty", "\(Self.app):v1")
        #expect(pretty.contains("alice"))
        #expect(try await docker.listed(Self.app, role: "targets/alice").contains("v1"))
        try await docker("trust", "inspect", "localhost:5000/lab/none", status: 1)
    }

    @Test("revoke takes away one tag, or all of them when it is told to")
    func revoke() async throws {
        try await addSigner()
        for tag in ["v1", "v2", "v3"] { try await docker("trust", "sign", "\(Self.app):\(tag)") }
        try await docker("trust", "revoke", "\(Self.app):v1")
        try await docker("trust", "revoke", "\(Self.app):none", status: 1)
        try await docker("trust", "revoke", Self.app, input: "n\n")
        let listed = try await docker.listed(Self.app, role: Self.releases)
        #expect(!listed.contains("v1") && listed.contains("v2") && listed.contains("v3"))
        try await docker("trust", "revoke", "-y", Self.app)
        #expect(
            try await docker("trust", "inspect", "--pretty", Self.app).contains("No signatures")
        )
        let none = try await docker.listed(Self.app, role: Self.releases)
        #expect(none.contains("No targets present"))
    }

    /// docker 28.2.2 says that it removes the signer and sends nothing, whatever the server.
    @Test("signer remove says the same at both, and what was signed is still there")
    func removeSigner() async throws {
        try await addSigner()
        try await docker("trust", "signer", "remove", "-f", "alice", Self.other, status: 1)
        try await docker("trust", "sign", "\(Self.app):v1")
        try await docker("trust", "sign", "\(Self.other):v1")
        try await docker("trust", "signer", "remove", "-f", "alice", Self.app, Self.other)
        try await docker("trust", "signer", "remove", "nobody", Self.app, status: 1)
        try await docker("trust", "inspect", "--pretty", Self.app)
        try await docker("trust", "inspect", "--pretty", Self.other)
        #expect(try await docker.listed(Self.app, role: "targets/alice").contains("v1"))
    }

    @Test("DOCKER_CONTENT_TRUST: push signs, pull takes the digest that was signed and no other")
    func pushAndPull() async throws {
        try await docker("push", "\(Self.app):v1", trust: true)
        #expect(try await docker.status("targets.json", of: Self.app) == "200")
        let listed = try await docker.listed(Self.app, role: "targets")
        let digest = try String(#require(listed.firstMatch(of: /[0-9a-f]{64}/)).output)
        try await docker("pull", "\(Self.app):v1", trust: true)
        #expect(
            try docker.ours.engineOrders()
                .contains {
                    $0.hasPrefix("POST /images/create") && $0.hasSuffix("tag=sha256:\(digest)")
                }
        )
        let orders = try docker.ours.engineOrders()
        try await docker("pull", "\(Self.app):none", trust: true, status: 1)
        try await docker("pull", Self.app, trust: true, status: 1)
        try await docker("pull", "\(Self.other):v1", trust: true, status: 1)
        #expect(try docker.ours.engineOrders() == orders)
        try await docker("image", "push", "\(Self.app):v2", trust: true)
        try await docker("image", "pull", "-a", Self.app, trust: true)
        try await docker("push", "--disable-content-trust", "\(Self.app):v3", trust: true)
        #expect(try await !docker.listed(Self.app, role: "targets").contains("v3"))
    }
}
