package import GRPCNIOTransportHTTP2Posix
import NIOCore

/// Where a signer listens.
package struct SignerAddress: Hashable, Sendable {
    /// A name or an IP address, the latter without brackets.
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// As the gRPC library wants it told: an address is no name, in certificates neither.
    package var target: any ResolvableTarget {
        switch try? SocketAddress(ipAddress: host, port: port) {
        case .v4?: .ipv4(address: host, port: port)
        case .v6?: .ipv6(address: host, port: port)
        default: .dns(host: host, port: port)
        }
    }
}

extension SignerAddress: CustomStringConvertible {
    /// As it is written in a URL.
    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
