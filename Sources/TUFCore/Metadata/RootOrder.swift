/// When an update looks for newer roots.
public enum RootOrder: Sendable {
    /// TUF 5.3: before anything else, every time.
    case first
    /// Notary: when something below the root does not verify, or the root has expired.
    case whenNeeded
}
