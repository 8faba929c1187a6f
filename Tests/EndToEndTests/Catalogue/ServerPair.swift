import TUFCore

/// Debian's `notary-server` and ours, both new.
struct ServerPair: Sendable {
    private let debian: DebianNotaryServer
    private let ours: NotaryServer

    /// Starts both; our keys are of the kind that the other makes.
    ///
    /// Ours has everything in SQLite. With a configuration it is started with the same file as the
    /// other, and has everything in memory as that one does.
    init(configuration: [String: JSON]? = nil) async throws {
        debian = try await DebianNotaryServer(more: configuration ?? [:])
        let home = try TemporaryFolder()
        if let configuration {
            let text = DebianNotaryServer.configuration(port: 0, more: configuration)
            ours = try await NotaryServer.start(
                configuration: try home.write(text, to: "server.json"),
                home: home
            )
        } else {
            ours = try await NotaryServer.start(
                home: home,
                arguments: ["--key-algorithm", "ed25519", "--log-level", "error"]
            )
        }
    }

    /// Has both do something at once.
    func both<Outcome: Sendable>(
        _ work: @escaping @Sendable (_ url: String) async throws -> Outcome
    ) async throws -> (theirs: Outcome, ours: Outcome) {
        async let theirs = work(debian.url)
        async let here = work(ours.url)
        return (try await theirs, try await here)
    }
}
