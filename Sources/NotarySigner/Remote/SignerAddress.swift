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

    /// As the gRPC library wants it told.
    package var target: any ResolvableTarget {
        switch address {
        case .v4?: .ipv4(address: host, port: port)
        case .v6?: .ipv6(address: host, port: port)
        default: .dns(host: host, port: port)
        }
    }

    /// The name that the signer's certificate must have; nil for an address, which is none.
    var name: String? { address == nil ? host : nil }

    private var address: NIOCore.SocketAddress? {
        try? NIOCore.SocketAddress(ipAddress: host, port: port)
    }
}

extension SignerAddress: CustomStringConvertible {
    /// As it is written in a URL.
    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
