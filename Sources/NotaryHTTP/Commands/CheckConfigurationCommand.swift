import ArgumentParser
import Foundation
import HTTPService
import Logging

/// `NotaryHTTP check-config`: says what a configuration file would run, or all that is wrong.
struct CheckConfigurationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-config",
        abstract: "Say what a configuration file would run, or all that is wrong with it.",
        discussion: """
            NOTARY_SERVER_* variables beat the file, as they do for serve. Nothing is made or \
            changed. The exit status is 0 when serve would start.
            """
    )

    @Argument(help: "A configuration file of notary-server: JSON, YAML or TOML.")
    var file: String

    func run() async throws {
        do {
            let environment = ProcessInfo.processInfo.environment
            let check = ConfigurationCheck(
                ConfigurationSource(
                    file: try ConfigurationFile(reading: file),
                    environment: environment
                )
            )
            let loaded = try check.loaded()
            for warning in loaded.warnings { StandardError.write("warning: \(warning)\n") }
            print(ConfigurationSummary(loaded.configuration).text)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode.failure
        }
    }
}
