import ArgumentParser

/// The command line of the executable.
@main
struct NotaryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "NotaryHTTP",
        abstract: "A Notary v1 server: keeps and serves signed metadata of image repositories.",
        subcommands: [
            ServeCommand.self, SignerCommand.self, CheckConfigurationCommand.self, KeysCommand.self,
        ],
        defaultSubcommand: ServeCommand.self
    )
}
