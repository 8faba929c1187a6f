import HTTPService
import Logging

/// All that decides how the server runs, from whichever place it was read.
struct ServerConfiguration: Hashable, Sendable {
    /// Where and how it listens.
    var listener: Listener
    /// Where the metrics are, if not beside everything else.
    var metrics: Listener?
    /// Who makes and uses its keys.
    var trustService: TrustServiceConfiguration
    /// Where it keeps everything.
    var storage: StorageConfiguration
    /// The alias of the passphrase that new keys are kept under.
    var defaultAlias: String?
    /// Whose tokens are believed; everyone is let in when nil.
    var tokens: TokenAuthenticationConfiguration?
    /// What caches are told.
    var caching = CachingConfiguration()
    /// Which repositories it serves.
    var gunPrefixes = GUNPrefixes.all
    /// How long its signatures last, and when they are renewed.
    var renewal = RenewalConfiguration()
    /// The file of audit lines; they go to the log when nil.
    var auditLog: String?
    /// How much it takes at once.
    var limits = ServerLimits()
    /// Lines below it are not written.
    var logLevel: Logger.Level
}
