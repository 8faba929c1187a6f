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

    /// Parses `HOST:PORT`, `[IPV6]:PORT`, or `:PORT`, which means every interface.
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
        self.init(host: host.isEmpty ? "0.0.0.0" : String(host), port: Int(port))
    }

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
