/// Which of a root's own keys may speak for a repository, beyond being listed in it.
///
/// TUF 1.0 accepts all; the Notary dialect demands certificates that name the repository.
public protocol RootKeyRules: Sendable {
    /// The repository.
    var gun: GUN { get }

    /// The keys of the root role that may sign roots.
    ///
    /// - Parameters:
    ///   - root: The root that lists them.
    ///   - time: When they must be in force; nil where that does not matter, as for the root that
    ///     is being replaced.
    /// - Returns: Those keys with the root role's threshold.
    /// - Throws: ``UpdateError/noUsableRootCertificate(_:)`` when none is left.
    func rootKeys(of root: Root, at time: UTCTime?) throws(UpdateError) -> RoleKeys
}
