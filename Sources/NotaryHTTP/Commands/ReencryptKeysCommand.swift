import ArgumentParser
import Foundation
import HTTPService
import Logging
import NotarySigner

/// `NotaryHTTP keys reencrypt`: puts all keys under another passphrase.
struct ReencryptKeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reencrypt",
        abstract: "Encrypt all keys anew, under the passphrase of another alias.",
        discussion: """
            The passphrase of each alias that keys are under, and that of the new one, is in the \
            environment variable NOTARY_SIGNER_ALIAS, or, for the alias keyfile, in the data \
            folder's own file. Either all keys are changed or none is, also when it is broken off. \
            Servers may run meanwhile, if they know both passphrases and keep new keys under the \
            new alias. Run it as the user that they run as.
            """
    )

    @Option(help: "The folder of the server or signer.")
    var data: String

    @Option(help: "The alias of the new passphrase.")
    var alias: String

    func run() async throws {
        let outcome = try await reencryption().run()
        let unchanged = outcome.unchanged > 0 ? "; \(outcome.unchanged) were under it before" : ""
        print("\(outcome.resealed) keys encrypted anew under alias `\(alias)`\(unchanged)")
    }

    private func reencryption() throws -> KeyReencryption {
        let database = DataFolder.database(in: data)
        guard FileManager.default.fileExists(atPath: database) else {
            throw ValidationError("expected the database `\(database)`, found no such file")
        }
        let stores = try Stores(
            .sqlite(folder: data),
            environment: ProcessInfo.processInfo.environment,
            logger: JSONLogHandler.logger(label: "notary", level: .warning)
        )
        return KeyReencryption(
            store: stores.keys,
            passphrases: try stores.passphrases(alias: alias)
        )
    }
}
