/// A trusted root that had not expired when the update began: the one that says who signs what.
public struct CurrentRoot: Sendable {
    /// The root and how it came to be trusted.
    public let trusted: TrustedRoot
    /// When the update began.
    public let start: UpdateStartTime

    fileprivate init(_ trusted: TrustedRoot, at start: UpdateStartTime) {
        self.trusted = trusted
        self.start = start
    }

    /// The root itself.
    public var root: Root { trusted.root }
}

extension TrustedRoot {
    /// The root as one to work with now.
    ///
    /// TUF 5.3.10: the latest root must not have expired.
    ///
    /// - Parameter start: When the update began.
    /// - Returns: Proof that it has not expired.
    /// - Throws: ``UpdateError/expired(role:on:startedAt:)``.
    public func current(at start: UpdateStartTime) throws(UpdateError) -> CurrentRoot {
        try start.check(root, as: .root)
        return CurrentRoot(self, at: start)
    }
}
