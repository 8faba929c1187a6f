import TUFCore

/// The keys of whoever publishes, the same at both servers.
struct CatalogueKeys: Sendable {
    /// Its certificate names `lab/*`.
    let root: SigningKey
    /// The one to rotate to; its certificate names `lab/*`.
    let nextRoot: SigningKey
    let targets: SigningKey
    let nextTargets: SigningKey
    let snapshot: SigningKey
    /// Signs a delegated role.
    let alice: SigningKey
    /// Signs another.
    let bob: SigningKey
    /// Nobody names it.
    let stranger: SigningKey

    init() throws {
        root = try Self.rootKey("lab/*")
        nextRoot = try Self.rootKey("lab/*")
        targets = try Self.key()
        nextTargets = try Self.key()
        snapshot = try Self.key()
        alice = try Self.key()
        bob = try Self.key(.rsa)
        stranger = try Self.key()
    }

    static func key(_ algorithm: KeyAlgorithm = .ecdsa) throws -> SigningKey {
        SigningKey(notary: try KeyGenerator().generate(algorithm))
    }

    /// A key in a certificate; times are in days from now.
    static func rootKey(
        _ commonName: String,
        _ algorithm: KeyAlgorithm = .ecdsa,
        from start: Int = -1,
        until end: Int = 3650
    ) throws -> SigningKey {
        let key = try KeyGenerator().generate(algorithm)
        let now = UTCTime.now
        let certificate = try KeyGenerator()
            .certificate(
                for: key,
                commonName: commonName,
                from: now.adding(seconds: start * 86_400),
                until: now.adding(seconds: end * 86_400)
            )
        return SigningKey(notary: key, listedAs: try Key(notary: certificate))
    }
}
