/// Debian's `notary-server` and ours, both new.
struct ServerPair: Sendable {
    private let debian: DebianNotaryServer
    private let ours: NotaryServer

    /// Starts both; our keys are of the kind that the other makes.
    init() async throws {
        debian = try await DebianNotaryServer()
        ours = try await NotaryServer.start(
            home: TemporaryFolder(),
            arguments: ["--key-algorithm", "ed25519", "--log-level", "error"]
        )
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
