/// One entry of a map: which repositories must agree on which targets (TAP 4).
public struct RepositoryMapping: Sendable {
    /// The targets it is for: those that match one of these.
    public let paths: [PathPattern]
    /// The repositories to ask, each once, in order.
    public let repositories: [RepositoryName]
    /// How many of them must agree.
    public let threshold: Int
    /// Whether later entries are left alone when these do not agree.
    public let termination: DelegatedRole.Termination

    /// Checks the parts of an entry.
    ///
    /// - Parameters:
    ///   - paths: The targets it is for.
    ///   - repositories: Who is asked; one that is named twice counts once.
    ///   - threshold: How many must agree.
    ///   - termination: Whether later entries are left alone when these do not agree.
    /// - Throws: ``FormatError/thresholdBelowOne(_:)``,
    ///   ``FormatError/thresholdOutOfReach(_:of:)``.
    public init(
        paths: [PathPattern],
        repositories: [RepositoryName],
        threshold: Int,
        termination: DelegatedRole.Termination
    ) throws(FormatError) {
        var seen: Set<RepositoryName> = []
        self.repositories = repositories.filter { seen.insert($0).inserted }
        self.paths = paths
        self.threshold = threshold
        self.termination = termination
        guard threshold >= 1 else { throw .thresholdBelowOne(threshold) }
        guard threshold <= seen.count else {
            throw .thresholdOutOfReach(threshold, of: seen.count)
        }
    }

    /// Whether this entry is for a target.
    ///
    /// - Parameter target: The target's path.
    /// - Returns: True where one of ``paths`` matches.
    public func matches(_ target: String) -> Bool {
        paths.contains { $0.matches(target) }
    }
}
