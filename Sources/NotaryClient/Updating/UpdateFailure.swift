public import TUFCore

/// Why an update proved nothing.
public enum UpdateFailure<KeepError: Error>: Error {
    /// The workflow's own verdict.
    case aborted(UpdateError)
    /// A root could not be kept, so nothing below it may be trusted.
    case notKept(KeepError)
}
