import ArgumentParser

/// `NotaryHTTP keys`: what can be done with the keys that a server or signer keeps.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Look after the keys that a server or signer keeps in a folder.",
        subcommands: [ReencryptKeysCommand.self]
    )
}
