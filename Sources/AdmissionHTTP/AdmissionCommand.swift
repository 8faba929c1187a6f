import ArgumentParser

/// The command line of the executable.
struct AdmissionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "AdmissionHTTP",
        abstract: "A Kubernetes admission webhook that admits only images that were signed.",
        subcommands: [ServeCommand.self, ReviewCommand.self]
    )
}
