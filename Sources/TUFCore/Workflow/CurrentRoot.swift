/// A trusted root that had not expired when the update began: the one that says who signs what.
public struct CurrentRoot: Sendable {
    /// The root and how it came to be trusted.
    public let trusted: TrustedRoot
    /// When the update began.
    public let start: UpdateStartTime

    /// Only ``TrustedRoot/current(at:)`` calls this.
    init(_ trusted: TrustedRoot, at start: UpdateStartTime) throws(UpdateError) {
        try start.check(trusted.root, as: .root)
        self.trusted = trusted
        self.start = start
    }

    /// The root itself.
    public var root: Root { trusted.root }
}
