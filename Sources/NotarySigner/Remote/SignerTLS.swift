import NIOCore
import NIOSSL
import Synchronization

/// What connections to a signer are secured with: what the files hold when one is made.
///
/// The authorities and the certificate that is shown are looked at apart. What cannot be used, as
/// while files are being replaced, is passed over: what was last usable stays in use.
final class SignerTLS: Sendable {
    private struct Material {
        var roots: NIOSSLTrustRoots
        var identity: Identity?
    }

    private struct Identity {
        let chain: [NIOSSLCertificate]
        let key: NIOSSLPrivateKey
    }

    private let authorities: String?
    private let files: ClientCertificateFiles?
    private let material: Mutex<Material>

    /// Reads the files.
    ///
    /// - Parameters:
    ///   - authorities: PEM file of those who signed the signer's certificate; those of the system
    ///     when nil.
    ///   - certificate: what is shown to the signer.
    /// - Throws: what the TLS library says of them.
    init(authorities: String?, certificate: ClientCertificateFiles?) throws {
        self.authorities = authorities
        files = certificate
        material = Mutex(
            Material(
                roots: try Self.roots(in: authorities),
                identity: try Self.identity(in: certificate)
            )
        )
    }

    /// Secures a connection that is about to be made to `address`.
    func secure(_ channel: any Channel, to address: SignerAddress) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            // Connections are made so seldom that the files are read for each.
            let handler = try NIOSSLClientHandler(
                context: Self.context(current()),
                serverHostname: address.name
            )
            try channel.pipeline.syncOperations.addHandler(handler, position: .first)
        }
    }

    private func current() -> Material {
        let roots = try? Self.roots(in: authorities)
        let identity = try? Self.identity(in: files)
        return material.withLock { material in
            if let roots { material.roots = roots }
            if let identity { material.identity = identity }
            return material
        }
    }

    private static func roots(in file: String?) throws -> NIOSSLTrustRoots {
        guard let file else { return .default }
        let roots = NIOSSLTrustRoots.certificates(try NIOSSLCertificate.fromPEMFile(file))
        // Finds out whether they are of use.
        _ = try context(Material(roots: roots))
        return roots
    }

    private static func identity(in files: ClientCertificateFiles?) throws -> Identity? {
        guard let files else { return nil }
        let identity = Identity(
            chain: try NIOSSLCertificate.fromPEMFile(files.certificate),
            key: try NIOSSLPrivateKey(file: files.key, format: .pem)
        )
        // Finds out whether they belong together.
        _ = try context(Material(roots: .certificates([]), identity: identity))
        return identity
    }

    private static func context(_ material: Material) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["h2"]
        configuration.trustRoots = material.roots
        if let identity = material.identity {
            configuration.certificateChain = identity.chain.map { .certificate($0) }
            configuration.privateKey = .privateKey(identity.key)
        }
        return try NIOSSLContext(configuration: configuration)
    }
}
