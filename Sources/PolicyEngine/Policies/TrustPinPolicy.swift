public import TUFCore

/// What a policy says about the root keys of a repository.
public enum TrustPinPolicy: Hashable, Sendable {
    /// One of these ids must be a root key's: of its certificate, or of the bare key in it.
    case keyIDs(Set<KeyID>)
    /// The root certificate must be issued below one of these authorities.
    case authorities([X509Certificate])
    /// The policy pins nothing; Portieris policies never do.
    case unpinned
}
