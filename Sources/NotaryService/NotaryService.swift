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
    let states = KnownStates()
    let keyCreations: KeyCreations
    let headReads: HeadReads
    /// The store, where it can say at once what is current.
    let immediateHeads: (any ImmediateHeads)?
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
        keyCreations = KeyCreations(limit: settings.keyCreationsAtOnce)
        headReads = HeadReads(from: store.head)
        immediateHeads = store as? any ImmediateHeads
        issuer = Issuer(signing: signing, settings: settings)
    }

    /// What is wrong with the store; nil when it answers.
    public func storeFailure() async -> String? {
        do {
            try await store.checkHealth()
            return nil
        } catch {
            return error.description
        }
    }

    /// What is wrong with the signer; nil when it can make and use keys.
    public func signingFailure() async -> String? {
        do {
            try await signing.checkHealth()
            return nil
        } catch {
            return error.description
        }
    }

    func log(_ event: String, _ gun: GUN) {
        logger.info("\(event)", metadata: ["gun": .string(gun.name)])
    }
}
