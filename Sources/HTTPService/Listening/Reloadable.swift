/// What reads its files anew when the process is told to.
public protocol Reloadable: Sendable {
    /// Takes what has changed in the files and can be used; what cannot be used changes nothing.
    func reload()
}
