public import Logging
import TUFCore

/// What a Notary repository server does, over any store and any signer.
///
/// It reads no clock: every call that depends on the time is told it.
public struct NotaryService: Sendable {
    /// How often a change that others made in between is met by beginning again.
    static let attempts = 4

    let store: any MetadataStore
    let signing: any SigningService
    let settings: ServiceSettings
    let issuer: Issuer
    let heads = HeadCache()
    private let logger: Logger

    /// A service over a store and a signer.
    public init(
        store: any MetadataStore,
        signing: any SigningService,
        settings: ServiceSettings = ServiceSettings(),
        logger: Logger
    ) {
        self.store = store
        self.signing = signing
        self.settings = settings
        self.logger = logger
        issuer = Issuer(signing: signing, settings: settings)
    }

    /// Whether the store and the signer answer: the failures, by the names of Notary's checks.
    ///
    /// - Returns: empty when all is well; else reasons by `DB operational`, `Trust operational`.
    public func health() async -> [String: String] {
        var failures: [String: String] = [:]
        do {
            try await store.checkHealth()
        } catch {
            failures["DB operational"] = error.description
        }
        do {
            try await signing.checkHealth()
        } catch {
            failures["Trust operational"] = error.description
        }
        return failures
    }

    func log(_ event: String, _ gun: GUN) {
        logger.info("\(event)", metadata: ["gun": .string(gun.name)])
    }
}
