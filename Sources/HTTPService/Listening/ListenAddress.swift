import NIOCore

/// A host and a port to listen on, written `HOST:PORT`.
public struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// A name or an IP address, the latter without brackets.
    public let host: String
    /// 0 lets the system choose.
    public let port: Int

    /// An address from its parts, unchecked: binding finds out whether it exists.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Parses `HOST:PORT`, `[IPV6]:PORT`, or `:PORT`, which means every interface, of IPv6 and of
    /// IPv4.
    ///
    /// - Throws: ``ListenerError/malformedAddress(_:)``
    public init(parsing text: String) throws(ListenerError) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { throw .malformedAddress(text) }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw .malformedAddress(text)
        }
        self.init(host: host.isEmpty ? Self.everyInterface : String(host), port: Int(port))
    }

    /// The host to bind on a machine that has, or lacks, IPv6.
    ///
    /// Sockets of `::` take IPv4 too; where there is no IPv6 its place is taken by `0.0.0.0`, as
    /// in Go.
    public func bindingHost(hasIPv6: Bool) -> String {
        host == Self.everyInterface && !hasIPv6 ? "0.0.0.0" : host
    }

    private static let everyInterface = "::"

    /// Whether only this machine can connect: `localhost`, `::1`, or a literal in 127.0.0.0/8.
    ///
    /// A name that merely starts with `127.` is not a literal, so it does not count.
    public var isLoopback: Bool {
        if host.lowercased() == "localhost" { return true }
        guard let address = try? SocketAddress(ipAddress: host, port: port) else { return false }
        return switch address {
        case .v4: host.hasPrefix("127.")
        case .v6: address.ipAddress == "::1"
        case .unixDomainSocket: false
        }
    }

    /// As it is written in a URL.
    public var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
