/// Where the server's certificate and key are, and whom it asks for a certificate.
public struct TLSFiles: Hashable, Sendable {
    /// PEM file: the server's certificate first, then its intermediates.
    public var certificate: String
    /// PEM file: the private key of that certificate.
    public var key: String
    /// PEM file of authorities; when given, a client without a certificate from one is refused.
    public var clientAuthorities: String?
    /// How often the files are looked at for a new pair.
    public var refreshInterval: Duration

    /// Files to serve TLS from.
    public init(
        certificate: String,
        key: String,
        clientAuthorities: String? = nil,
        refreshInterval: Duration = .seconds(1)
    ) {
        self.certificate = certificate
        self.key = key
        self.clientAuthorities = clientAuthorities
        self.refreshInterval = refreshInterval
    }
}
