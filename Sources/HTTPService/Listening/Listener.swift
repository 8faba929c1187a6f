/// Where and how a server listens.
public struct Listener: Hashable, Sendable {
    /// The address to bind.
    public var address: ListenAddress
    /// Plain HTTP when nil.
    public var tls: TLSFiles?
    /// Limits of each connection.
    public var limits: HTTPLimits
    /// A file that gets the bound port, a decimal number and a newline, once connections are taken.
    public var portFile: String?

    /// A listener that has not been opened yet.
    public init(
        address: ListenAddress,
        tls: TLSFiles? = nil,
        limits: HTTPLimits = HTTPLimits(),
        portFile: String? = nil
    ) {
        self.address = address
        self.tls = tls
        self.limits = limits
        self.portFile = portFile
    }

    /// `http` or `https`.
    public var scheme: String { tls == nil ? "http" : "https" }
}
