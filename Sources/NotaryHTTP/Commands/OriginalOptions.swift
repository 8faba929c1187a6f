import ArgumentParser

/// Options that are taken so that a command line of the original's starts ours, and do nothing.
struct OriginalOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("logf", withSingleDash: true)],
        help: "Without effect: lines are always JSON."
    )
    var logf: String?

    @Flag(
        name: [.long, .customLong("debug", withSingleDash: true)],
        help: "Without effect: nothing is opened for it."
    )
    var debug = false

    /// What is said about those that are given.
    var warnings: [ConfigurationWarning] {
        debug ? [.ignoredOption("-debug")] : []
    }
}
