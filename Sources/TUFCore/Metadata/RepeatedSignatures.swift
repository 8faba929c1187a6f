/// What a dialect does with a file in which one key id signed twice.
public enum RepeatedSignatures: Sendable {
    /// TUF 4.2.1: the file is refused.
    case refused
    /// Notary v1: the file is read; the key still counts once.
    case countedOnce
}
