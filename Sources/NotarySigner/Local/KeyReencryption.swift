public import NotaryService
import TUFCore

/// Gives all kept keys another encryption: under the default alias of the passphrases.
///
/// Everything is worked out in memory and written in one step, so that it can be broken off at any
/// time. Servers may run meanwhile.
public struct KeyReencryption: Sendable {
    /// What was done.
    public struct Outcome: Hashable, Sendable {
        /// The keys that have another encryption now.
        public let resealed: Int
        /// The keys that were under the alias already.
        public let unchanged: Int
    }

    private let store: any EncryptedKeyStore
    private let attempts: Int
    private let passphrases: Passphrases

    /// A re-encryption of all keys in a store.
    ///
    /// - Parameters:
    ///   - store: where the keys are kept.
    ///   - attempts: how often it is begun, should servers make keys meanwhile.
    ///   - passphrases: open them all; the new alias is the default one.
    public init(store: any EncryptedKeyStore, attempts: Int = 10, passphrases: Passphrases) {
        self.store = store
        self.attempts = attempts
        self.passphrases = passphrases
    }

    /// Does it.
    ///
    /// - Throws: ``SigningServiceError``, and nothing has changed: a key that does not open, or
    ///   keys of the new alias that are under another passphrase, are in the way.
    public func run() async throws(SigningServiceError) -> Outcome {
        var known: [KeyID: ResealedKey] = [:]
        for _ in 0..<attempts {
            let keys = try await SigningServiceError.stored { () throws(StoreError) in
                try await store.allKeys()
            }
            let work = try resealed(keys, known: known)
            let result = try await SigningServiceError.stored { () throws(StoreError) in
                try await store.reseal(work, under: passphrases.defaultAlias)
            }
            if result == .stored {
                return Outcome(resealed: work.count, unchanged: keys.count - work.count)
            }
            for key in work { known[key.id] = key }
        }
        throw .unavailable("keys are being made all the time: expected a quieter moment")
    }

    private func resealed(
        _ keys: [EncryptedKey],
        known: [KeyID: ResealedKey]
    ) throws(SigningServiceError) -> [ResealedKey] {
        let vault = KeyVault(passphrases: passphrases)
        let isKept = { (key: EncryptedKey) in key.passphraseAlias == passphrases.defaultAlias }
        // One alias must not have two passphrases.
        if let kept = keys.last(where: isKept) { _ = try vault.open(kept) }
        var work: [ResealedKey] = []
        for key in keys where !isKept(key) {
            if let done = known[key.id], done.replaced == key.encryptedPrivate {
                work.append(done)
            } else {
                work.append(try vault.reseal(key))
            }
        }
        return work
    }
}
