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
            A file that has `server.grpc_addr` is one of notary-signer and is checked as `signer` \
            would read it; any other is one of notary-server.
            NOTARY_SERVER_* or NOTARY_SIGNER_* variables beat the file, as they do for `serve` \
            and `signer`. Nothing is made or changed. The exit status is 0 when it would start.
            """
    )

    @Flag(help: "The file is one of notary-signer, whatever it has.")
    var signer = false

    @Argument(help: "A configuration file of notary-server or notary-signer: JSON, YAML or TOML.")
    var file: String

    func run() async throws {
        do {
            let file = try ConfigurationFile(reading: file)
            let isSigners = signer || file.tree.values[SignerKey.address.rawValue] != nil
            let (warnings, summary) = isSigners ? try signers(file) : try servers(file)
            for warning in warnings { StandardError.write("warning: \(warning)\n") }
            print(summary.text)
        } catch {
            StandardError.write("\(error)\n")
            throw ExitCode.failure
        }
    }

    private func servers(
        _ file: ConfigurationFile
    ) throws(ConfigurationError) -> ([ConfigurationWarning], ConfigurationSummary) {
        let environment = ProcessInfo.processInfo.environment
        let source = ConfigurationSource<ServerKey>(file: file, environment: environment)
        let loaded = try ConfigurationCheck(source).loaded()
        return (loaded.warnings, ConfigurationSummary(loaded.configuration))
    }

    private func signers(
        _ file: ConfigurationFile
    ) throws(ConfigurationError) -> ([ConfigurationWarning], ConfigurationSummary) {
        let environment = ProcessInfo.processInfo.environment
        let source = ConfigurationSource<SignerKey>(file: file, environment: environment)
        let loaded = try SignerConfigurationCheck(source, environment: environment).loaded()
        return (loaded.warnings, ConfigurationSummary(loaded.configuration))
    }
}
