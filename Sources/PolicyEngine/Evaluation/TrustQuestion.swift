public import TUFCore

/// Something that has to be looked up before an image can be judged: whether a target is trusted.
///
/// Equal questions are asked once. The answer goes back in ``AdmissionPlan/decision(with:)``.
public struct TrustQuestion: Hashable, Sendable {
    /// Which target is asked for.
    public enum Subject: Hashable, Sendable {
        /// The target named by a tag, whatever its digest.
        case tag(String)
        /// Any target of that digest.
        case digest(Digest)
        /// The target named by a tag, which must have that digest.
        case tagWithDigest(String, Digest)
    }

    /// The Notary server to ask.
    public let server: TrustServer
    /// The trust collection.
    public let gun: GUN
    /// The target.
    public let subject: Subject
    /// Signers who must all have signed the same digest; when there are none,
    /// `targets/releases` or `targets` must have.
    public let signers: [SignerRequirement]
    /// Which root keys are believed.
    public let pin: TrustPinPolicy
    /// The namespace, when a policy of that namespace chose the server; trust data must not be
    /// shared across it then.
    public let scope: String?
    /// What may be shown to the image's registry and its token server, in this order.
    public let credentials: [RegistryCredential]

    /// Asks.
    public init(
        server: TrustServer,
        gun: GUN,
        subject: Subject,
        signers: [SignerRequirement] = [],
        pin: TrustPinPolicy = .unpinned,
        scope: String? = nil,
        credentials: [RegistryCredential] = []
    ) {
        self.server = server
        self.gun = gun
        self.subject = subject
        self.signers = signers
        self.pin = pin
        self.scope = scope
        self.credentials = credentials
    }
}

extension TrustQuestion.Subject: CustomStringConvertible {
    /// `tag 1.0`, `digest sha256:…`.
    public var description: String {
        switch self {
        case .tag(let tag): "tag \(tag)"
        case .digest(let digest): "digest \(digest)"
        case .tagWithDigest(let tag, let digest): "tag \(tag) with digest \(digest)"
        }
    }
}
