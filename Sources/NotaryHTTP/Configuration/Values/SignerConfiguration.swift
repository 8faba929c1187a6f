import HTTPService
import Logging

/// All that decides how the signer runs, from whichever place it was read.
struct SignerConfiguration: Hashable, Sendable {
    /// Where it listens.
    var listener: Listener
    /// Its certificate, and those whom it answers.
    var files: TLSFiles
    /// Where it keeps the keys.
    var storage: StorageConfiguration
    /// The alias of the passphrase for new keys; that of a key file when nil.
    var defaultAlias: String?
    /// Lines below it are not written.
    var logLevel: Logger.Level
}
