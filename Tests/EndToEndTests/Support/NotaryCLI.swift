import TUFCore

/// Debian's `notary`, with a trust folder of its own: one user at one machine.
struct NotaryCLI: Sendable {
    let home: TemporaryFolder
    private let global: [String]
    private let environment: [String: String]

    /// A user who has seen nothing yet.
    ///
    /// The credentials, `name:password`, are for a token server. A passphrase is the one of all
    /// keys; else each role has its own.
    init(
        server url: String,
        authority: String? = nil,
        credentials: String? = nil,
        passphrase: String? = nil
    ) throws {
        home = try TemporaryFolder()
        var environment = Self.passphrases.mapValues { passphrase ?? $0 }
        if let credentials {
            environment["NOTARY_AUTH"] = Base64.encode(Array(credentials.utf8))
        }
        self.environment = environment
        global =
            ["-s", url, "-d", home.path("trust")] + (authority.map { ["--tlscacert", $0] } ?? [])
    }

    private init(home: TemporaryFolder, global: [String], environment: [String: String]) {
        self.home = home
        self.global = global
        self.environment = environment
    }

    /// The same user, after the server has moved to `url`.
    func moved(to url: String) -> NotaryCLI {
        NotaryCLI(
            home: home,
            global: ["-s", url, "-d", home.path("trust")],
            environment: environment
        )
    }

    /// Runs a command that must go well and returns what it wrote.
    @discardableResult
    func callAsFunction(_ arguments: String..., input: String = "") async throws -> String {
        try await Tool.notary
            .succeed(
                global + arguments,
                home: home,
                environment: environment,
                input: input
            )
            .output
    }

    /// Runs a command, whatever its end.
    func run(_ arguments: String...) async throws -> ToolResult {
        try await run(arguments)
    }

    /// Runs a command, whatever its end.
    func run(_ arguments: [String], input: String = "") async throws -> ToolResult {
        try await Tool.notary.run(
            global + arguments,
            home: home,
            environment: environment,
            input: input
        )
    }

    /// Makes a key with a certificate for a delegate, as `NAME.key` and `NAME.crt`.
    func makeSigner(_ name: String) async throws -> TestCertificates.Pair {
        try await TestCertificates.selfSigned(name, in: home)
    }

    private static let passphrases = [
        "NOTARY_ROOT_PASSPHRASE": "root passphrase",
        "NOTARY_TARGETS_PASSPHRASE": "targets passphrase",
        "NOTARY_SNAPSHOT_PASSPHRASE": "snapshot passphrase",
        "NOTARY_DELEGATION_PASSPHRASE": "delegation passphrase",
    ]
}
