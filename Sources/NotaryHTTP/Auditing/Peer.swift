import HTTPService
import TUFCore

/// The other end of a connection.
struct Peer: Hashable, Sendable {
    /// Address and port, as the connection has them.
    let address: String?
    /// The common name of its certificate, or the SHA-256 of one without; nil where it showed none.
    let certificate: String?
}

extension PeerContext {
    /// Who is there.
    var peer: Peer {
        get async {
            let certificate = await certificate
            let name = certificate.flatMap { try? X509Certificate(der: $0).commonName }
            let digest = certificate.map { "sha256:" + HashAlgorithm.sha256.digest(of: $0).hex }
            return Peer(address: address, certificate: name ?? digest)
        }
    }
}
