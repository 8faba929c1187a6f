/// What the certificates of a chain must be for, by their extended key usages.
public enum CertificateUsage: Hashable, Sendable {
    /// TLS servers: no extended key usage, or one that names them or every use.
    case serverAuthentication
    /// Whatever they are for.
    case any
}
