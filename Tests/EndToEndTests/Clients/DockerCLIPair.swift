import TUFCore
import Testing

/// Two users of the docker command line who do the same: one signs at our server, one at Debian's.
///
/// Whatever a command prints must be the same for both.
struct DockerCLIPair {
    private let certificates: TestCertificates
    private let server: NotaryServer
    private let peer: DebianNotaryServer
    /// Who works with our server.
    let ours: DockerCLI
    /// Who works with Debian's.
    let theirs: DockerCLI

    /// Starts both servers with TLS, for users who have seen nothing yet.
    init() async throws {
        certificates = try await TestCertificates()
        let certificate = try await certificates.server()
        server = try await NotaryServer.start(home: TemporaryFolder(), certificate: certificate)
        peer = try await DebianNotaryServer(certificate: certificate)
        let authority = certificates.authority.certificate
        ours = try await DockerCLI(server: server.url, authority: authority)
        theirs = try await DockerCLI(server: peer.url, authority: authority)
    }

    /// Runs a command with both users, `DOCKER_CONTENT_TRUST` set where `trust` says so.
    ///
    /// Both must write the same and end with `status`; returned is what it wrote at ours.
    @discardableResult
    func callAsFunction(
        _ arguments: String...,
        trust: Bool = false,
        input: String = "",
        status: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let environment = trust ? ["DOCKER_CONTENT_TRUST": "1"] : [:]
        var results: [ToolResult] = []
        var words: [[String]] = []
        for (docker, url) in [(ours, server.url), (theirs, peer.url)] {
            let result = try await docker.run(arguments, environment: environment, input: input)
            results.append(result)
            let host = String(url.trimmingPrefix("https://"))
            words.append(result.words(hiding: [ours.home.path, theirs.home.path, host]))
        }
        #expect(words[0] == words[1], sourceLocation: sourceLocation)
        #expect(results[0].status == status, "\(results[0].output)", sourceLocation: sourceLocation)
        return results[0].output
    }

    /// What `notary`, who has seen nothing yet, lists of a repository of our server.
    func listed(_ gun: String, role: String) async throws -> String {
        let authority = certificates.authority.certificate
        return try await NotaryCLI(server: server.url, authority: authority)(
            "list",
            gun,
            "--roles",
            role
        )
    }

    /// The status of a GET for a file of a repository of our server.
    func status(_ file: String, of gun: String) async throws -> String {
        try await Tool.curl
            .succeed(
                [
                    "-sS", "--cacert", certificates.authority.certificate, "-o", "/dev/null", "-w",
                    "%{http_code}", "\(server.url)/v2/\(gun)/_trust/tuf/\(file)",
                ],
                home: ours.home
            )
            .standardOutput
    }
}
