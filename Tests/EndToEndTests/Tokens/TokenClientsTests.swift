import Foundation
import Testing

/// Real clients fetch tokens from a token server and use them at our server.
@Suite("Debian's notary and docker with token authentication", .serialized)
struct TokenClientsTests {
    private let keys: TokenKeys

    /// How tokens are signed.
    enum Signing: CaseIterable {
        case rsaByIdentifier
        case ecdsaByCertificate
    }

    init() async throws {
        keys = try await TokenKeys()
    }

    private func tokens(_ signing: Signing = .rsaByIdentifier) async throws -> TokenServer {
        switch signing {
        case .rsaByIdentifier: try await TokenServer(signer: keys.rsa)
        case .ecdsaByCertificate: try await TokenServer(signer: keys.ecdsa)
        }
    }

    private func server(_ tokens: TokenServer, tls: Bool = false) async throws -> NotaryServer {
        try await NotaryServer.start(
            home: TemporaryFolder(),
            certificate: tls ? keys.certificates.server() : nil,
            arguments: keys.options(realm: tokens.realm)
        )
    }

    private func owner(_ server: NotaryServer) throws -> NotaryCLI {
        let owner = try NotaryCLI(server: server.url, credentials: TokenServer.credentials)
        try owner.home.write("hello\n", to: "file")
        return owner
    }

    @Test(
        "who has credentials publishes, rotates keys and deletes; everybody reads",
        arguments: Signing.allCases
    )
    func notary(signing: Signing) async throws {
        let tokens = try await tokens(signing)
        let server = try await server(tokens)
        let owner = try owner(server)
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file")
        try await owner("publish", "lab/app")
        let stranger = try NotaryCLI(server: server.url)
        #expect(try await stranger("lookup", "lab/app", "v1").contains("v1 sha256:"))
        for role in ["snapshot", "timestamp"] {
            try await owner("key", "rotate", "lab/app", role, "-r")
        }
        try await owner("key", "rotate", "lab/app", "targets")
        try await owner("add", "lab/app", "v2", "file", "-p")
        #expect(try await stranger("lookup", "lab/app", "v2").contains("v2 sha256:"))
        try await owner("delete", "lab/app", "--remote")
        // The stranger still has what was published; somebody else finds nothing.
        let other = try NotaryCLI(server: server.url)
        #expect(try await other.run("lookup", "lab/app", "v1").status != 0)
        let asked = Set(tokens.requests.all)
        #expect(asked.contains("nobody: repository:lab/app:pull"))
        #expect(asked.contains("alice: repository:lab/app:push,pull"))
        #expect(asked.contains("alice: repository:lab/app:*"))
        let lines = server.process.log.split(separator: "\n").filter { $0.contains("\"audit\"") }
        for event in ["published", "key made", "key rotated", "deleted"] {
            #expect(lines.contains { $0.contains(event) && $0.contains("\"subject\":\"alice\"") })
        }
    }

    @Test("who has no credentials, or wrong ones, changes nothing")
    func strangers() async throws {
        let tokens = try await tokens()
        let server = try await server(tokens)
        let owner = try owner(server)
        try await owner("init", "lab/app")
        try await owner("publish", "lab/app")
        for credentials in [nil, "alice:guess", "mallory:open sesame"] {
            let stranger = try NotaryCLI(server: server.url, credentials: credentials)
            try stranger.home.write("other\n", to: "file")
            try await stranger("list", "lab/app")
            for command in [
                ["delete", "lab/app", "--remote"], ["key", "rotate", "lab/app", "snapshot", "-r"],
                ["init", "lab/mine", "-p"],
            ] {
                #expect(try await stranger.run(command).status != 0, "\(command)")
            }
        }
        #expect(try await owner("list", "lab/app").contains("No targets"))
        let other = try NotaryCLI(server: server.url)
        #expect(try await other.run("list", "lab/mine").status != 0)
        #expect(!server.process.log.contains("\"message\":\"deleted\""))
    }

    @Test("docker signs with what docker login keeps, and inspects without")
    func docker() async throws {
        let tokens = try await tokens()
        let server = try await server(tokens, tls: true)
        let authority = keys.certificates.authority.certificate
        let docker = try await DockerCLI(
            server: server.url,
            authority: authority,
            credentials: TokenServer.credentials
        )
        let image = "localhost:5000/lab/app"
        try await docker("trust", "key", "generate", "alice", "--dir", docker.home.path)
        let key = docker.home.path("alice.pub")
        try await docker("trust", "signer", "add", "--key", key, "alice", image)
        try await docker("trust", "sign", "\(image):v1")
        let stranger = try await DockerCLI(server: server.url, authority: authority)
        let inspected = try await stranger("trust", "inspect", image)
        #expect(inspected.contains(#""SignedTag": "v1""#))
        try await docker("trust", "revoke", "\(image):v1", "--yes")
        let refused = try await stranger.run("trust", "sign", "\(image):v2")
        #expect(refused.status != 0)
        #expect(tokens.requests.all.contains("alice: repository:\(image):push,pull"))
        #expect(tokens.requests.all.contains("nobody: repository:\(image):pull"))
    }

    @Test("with tokens the server opens to other machines, over TLS only")
    func exposed() async throws {
        let options = keys.options(realm: "https://tokens.example.com/token")
        let home = try TemporaryFolder()
        let server = try await NotaryServer.start(
            home: home,
            certificate: keys.certificates.server(),
            arguments: options + ["--listen", "0.0.0.0:0"]
        )
        let answer = try await Tool.curl.succeed(
            [
                "-sS", "-o", "/dev/null", "-w", "%{http_code}", "--cacert",
                keys.certificates.authority.certificate, "\(server.url)/v2/",
            ],
            home: home
        )
        #expect(answer.standardOutput == "401")
        let plain = try await ChildProcess(
            BuildFolder.product("NotaryHTTP"),
            ["serve", "--data", home.path("other"), "--listen", "0.0.0.0:0"] + options,
            environment: .minimal(home: home),
            workingFolder: home.path
        )
        .wait(atMost: 30)
        #expect(plain.status != 0)
        #expect(plain.standardError.contains("refusing plain HTTP"))
    }

    @Test("a file without certificates ends the start, and is named")
    func unusableBundle() async throws {
        let home = try TemporaryFolder()
        var options = keys.options(realm: "https://t")
        for (file, message) in [
            ("missing.pem", "missing.pem"), ("empty.pem", "at least one certificate"),
        ] {
            if file == "empty.pem" { try home.write("", to: file) }
            options[options.count - 1] = home.path(file)
            let result = try await ChildProcess(
                BuildFolder.product("NotaryHTTP"),
                ["serve", "--data", home.path("data"), "--listen", "127.0.0.1:0"] + options,
                environment: .minimal(home: home),
                workingFolder: home.path
            )
            .wait(atMost: 30)
            #expect(result.status != 0)
            #expect(result.standardError.contains(message), "\(result.standardError)")
        }
    }
}
