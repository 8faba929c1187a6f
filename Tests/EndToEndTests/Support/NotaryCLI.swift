/// Debian's `notary`, with a trust folder of its own: one user at one machine.
struct NotaryCLI: Sendable {
    let home: TemporaryFolder
    private let global: [String]

    /// A user who has seen nothing yet.
    init(server url: String, authority: String? = nil) throws {
        home = try TemporaryFolder()
        global =
            ["-s", url, "-d", home.path("trust")] + (authority.map { ["--tlscacert", $0] } ?? [])
    }

    private init(home: TemporaryFolder, global: [String]) {
        self.home = home
        self.global = global
    }

    /// The same user, after the server has moved to `url`.
    func moved(to url: String) -> NotaryCLI {
        NotaryCLI(home: home, global: ["-s", url, "-d", home.path("trust")])
    }

    /// Runs a command that must go well and returns what it wrote.
    @discardableResult
    func callAsFunction(_ arguments: String..., input: String = "") async throws -> String {
        try await Tool.notary
            .succeed(
                global + arguments,
                home: home,
                environment: Self.passphrases,
                input: input
            )
            .output
    }

    /// Runs a command, whatever its end.
    func run(_ arguments: String...) async throws -> ToolResult {
        try await Tool.notary.run(global + arguments, home: home, environment: Self.passphrases)
    }

    /// Makes a key with a certificate for a delegate, as `NAME.key` and `NAME.crt`.
    func makeSigner(_ name: String) async throws -> TestCertificates.Pair {
        let pair = TestCertificates.Pair(
            certificate: home.path("\(name).crt"),
            key: home.path("\(name).key")
        )
        try await Tool.openssl.succeed(
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=\(name)",
                "-days", "365", "-keyout", pair.key, "-out", pair.certificate,
            ],
            home: home
        )
        return pair
    }

    private static let passphrases = [
        "NOTARY_ROOT_PASSPHRASE": "root passphrase",
        "NOTARY_TARGETS_PASSPHRASE": "targets passphrase",
        "NOTARY_SNAPSHOT_PASSPHRASE": "snapshot passphrase",
        "NOTARY_DELEGATION_PASSPHRASE": "delegation passphrase",
    ]
}
