import ArgumentParser

/// What the client is asked to do.
enum Operation: String, CaseIterable, ExpressibleByArgument {
    /// Keep a root as the trusted one, without asking anybody.
    case `init`
    /// Update the top-level metadata.
    case refresh
    /// Update the top-level metadata and download targets.
    case download
}
