import ArgumentParser
import Foundation
import HTTPService
import Logging

/// `NotaryHTTP signer`: holds keys and signs for servers elsewhere, until it is told to stop.
struct SignerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signer",
        abstract: "Hold keys and sign for servers, as notary-signer does.",
        discussion: """
            What it runs is said by a configuration file of notary-signer, above it by \
            NOTARY_SIGNER_* variables, and above both by the options given here; or by the \
            options alone.
            Keys are kept encrypted, under the passphrase in the environment variable \
            NOTARY_SIGNER_ALIAS for the alias that is named, or else in NOTARY_SIGNER_DEFAULT, \
            or else in a file of mode 0600 that is made in the data folder.
            SIGTERM and SIGINT stop the signer after the calls that run.
            """
    )

    @OptionGroup
    var options: SignerOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let loaded = try options.loaded(environment: environment)
        let logger = Logger.program(
            "signer",
            level: loaded.configuration.logLevel,
            saying: loaded.warnings
        )
        let services = try await SignerAssembly(
            configuration: loaded.configuration,
            environment: environment,
            logger: logger
        )
        .services()
        try await ServiceRunner.run(services, limits: options.limits, logger: logger)
    }
}
