import ArgumentParser
import ImageTrust
import NotaryClient

/// How trust data is looked up.
struct TrustOptions: ParsableArguments {
    @Flag(
        help: "Refuse images whose policy pins no root, instead of believing the first root seen."
    )
    var requirePins = false

    @Option(
        name: .customLong("trust-server-ca"),
        help: "A PEM file of authorities trusted for trust servers beside the system's own."
    )
    var trustServerAuthorities: [String] = []

    @Option(
        name: .customLong("token-issuer"),
        help: """
            A host that may issue tokens for trust servers, and so be sent pull credentials, beside \
            the trust server's and the registry's own.
            """
    )
    var tokenIssuers: [String] = []

    @Option(help: "Seconds for which verified trust data is used without asking again.")
    var refreshInterval = ImageTrustOptions().refreshInterval

    @Option(
        help: """
            Seconds for which verified trust data that has not expired is used while the trust \
            server cannot be reached; 0 denies at once.
            """
    )
    var staleLimit = ImageTrustOptions().staleLimit

    func validate() throws {
        guard refreshInterval >= 0, staleLimit >= 0 else {
            throw ValidationError("`--refresh-interval` and `--stale-limit` are 0 or more seconds")
        }
    }

    var imageTrust: ImageTrustOptions {
        var options = ImageTrustOptions()
        options.requiresPins = requirePins
        options.refreshInterval = refreshInterval
        options.staleLimit = staleLimit
        options.realms = RealmRule(issuersForAll: Set(tokenIssuers))
        return options
    }

    /// Runs `body` with a resolver over the network that remembers in `store`, and ends what it
    /// has under way however `body` ends.
    ///
    /// - Throws: ``TransportSetupError``, and what `body` throws.
    func withResolver<Value>(
        remembering store: any TrustStateStore,
        _ body: (TrustResolver) async throws -> Value
    ) async throws -> Value {
        let transport = try AsyncHTTPTransport(extraAuthorities: trustServerAuthorities)
        let resolver = TrustResolver(
            transport: transport,
            store: store,
            options: imageTrust,
            now: SystemTime.now
        )
        let result: Result<Value, any Error>
        do { result = .success(try await body(resolver)) } catch { result = .failure(error) }
        await resolver.shutdown()
        await transport.shutdown()
        return try result.get()
    }
}
