import ArgumentParser

/// Where the policies are.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .customLong("policies"),
        parsing: .upToNextOption,
        help: "Files or folders of manifests: policies, and the Secrets they name."
    )
    var paths: [String]
}
