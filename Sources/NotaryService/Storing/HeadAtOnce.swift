public import TUFCore

/// What a store says at once of the head of a repository.
public enum HeadAtOnce: Hashable, Sendable {
    /// SHA-256 of the current timestamp; nil when there is no such repository.
    case known(Digest?)
    /// Only ``MetadataStore/head(of:)`` can tell.
    case unknown
}
