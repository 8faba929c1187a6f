import ArgumentParser
import Foundation
import HTTPService
import Logging

/// `NotaryHTTP serve`: runs the server until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve what a configuration file of notary-server says, or without one.",
        discussion: """
            Without --config everything is kept in one folder. With it, NOTARY_SERVER_* variables \
            beat the file, and the options given here beat both.
            Keys that the server makes are kept encrypted, under the passphrase in the \
            environment variable NOTARY_SIGNER_DEFAULT, or else in a file of mode 0600 that is \
            made in the data folder.
            SIGTERM and SIGINT stop the server after the requests that run.
            """
    )

    @OptionGroup
    var options: ServeOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let loaded = try options.loaded(environment: environment)
        let logger = Logger.program(
            "notary",
            level: loaded.configuration.logLevel,
            saying: loaded.warnings
        )
        let services = try await ServerAssembly(
            configuration: loaded.configuration,
            environment: environment,
            logger: logger
        )
        .services()
        try await ServiceRunner.run(services, limits: options.limits, logger: logger)
    }
}
