/// What became of an attempt to give all keys another encryption.
public enum ResealResult: Hashable, Sendable {
    /// All keys are under the new alias.
    case stored
    /// Keys came or changed in the meantime, so nothing was written.
    case outdated
}
