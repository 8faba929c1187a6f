import NIOCertificateReloading
import NIOSSL
import Synchronization

/// The certificate that is shown to a signer: what its files hold when a connection is made.
///
/// Files that cannot be used, as while they are being replaced, are passed over: what was last
/// usable is shown.
final class ClientIdentity: CertificateReloader {
    private let files: ClientCertificateFiles
    private let last: Mutex<NIOSSLContextConfigurationOverride>

    /// Reads the files.
    ///
    /// - Throws: what the TLS library says of them.
    init(_ files: ClientCertificateFiles) throws {
        self.files = files
        last = Mutex(try Self.pair(in: files))
    }

    /// Connections are made so seldom that the files are read for each.
    var sslContextConfigurationOverride: NIOSSLContextConfigurationOverride {
        let found = try? Self.pair(in: files)
        return last.withLock { last in
            if let found { last = found }
            return last
        }
    }

    private static func pair(
        in files: ClientCertificateFiles
    ) throws -> NIOSSLContextConfigurationOverride {
        var pair = NIOSSLContextConfigurationOverride()
        let chain = try NIOSSLCertificate.fromPEMFile(files.certificate)
        let key = try NIOSSLPrivateKey(file: files.key, format: .pem)
        pair.certificateChain = chain.map { .certificate($0) }
        pair.privateKey = .privateKey(key)
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateChain = chain.map { .certificate($0) }
        configuration.privateKey = .privateKey(key)
        // Finds out whether they belong together.
        _ = try NIOSSLContext(configuration: configuration)
        return pair
    }
}
