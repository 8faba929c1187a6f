public import TUFCore

/// What looking up a ``TrustQuestion`` came to.
public enum TrustAnswer: Sendable {
    /// Targets that were found and verified: with signers one from each signer's role, else one
    /// from `targets/releases` or `targets`; for a digest alone all that have it. It is checked
    /// again whether they fit the question.
    case proven([TrustedTarget], warnings: [String])
    /// The trust data says no, or cannot be believed.
    case refused(TrustRefusal)
    /// Nobody can tell now, and why: the server is not reachable, too slow, broken.
    case unavailable(String)
}
