import NIOHTTP2
import NIOSSL

/// Certificates and key, read from their files.
struct TLSMaterial: Sendable {
    /// What is replaced at a time.
    enum Part: String, CaseIterable, Sendable {
        case certificate
        case authorities = "client_authorities"
    }

    private(set) var chain: [NIOSSLCertificate]
    private(set) var key: NIOSSLPrivateKey
    /// Nil where clients are not asked for certificates.
    private(set) var authorities: [NIOSSLCertificate]?

    /// Reads all of it.
    ///
    /// - Throws: ``ListenerError/unusableCertificate(certificate:key:reason:)``,
    ///   ``ListenerError/unusableClientAuthorities(file:reason:)``.
    init(_ contents: TLSFileContents, of files: TLSFiles) throws(ListenerError) {
        (chain, key) = try Self.pair(contents, of: files)
        authorities = try Self.authorities(contents, of: files)
    }

    /// The same with one part read anew.
    ///
    /// - Throws: as ``init(_:of:)``.
    func replacing(
        _ part: Part,
        by contents: TLSFileContents,
        of files: TLSFiles
    ) throws(ListenerError) -> TLSMaterial {
        var material = self
        switch part {
        case .certificate: (material.chain, material.key) = try Self.pair(contents, of: files)
        case .authorities: material.authorities = try Self.authorities(contents, of: files)
        }
        return material
    }

    /// What handshakes are made with: TLS 1.2 or 1.3, HTTP/2 or HTTP/1.1.
    ///
    /// - Throws: ``ListenerError/unusableCertificate(certificate:key:reason:)``, also when the key
    ///   is not that of the certificate.
    func context(named files: TLSFiles) throws(ListenerError) -> NIOSSLContext {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = NIOHTTP2SupportedALPNProtocols
        if let authorities {
            configuration.trustRoots = .certificates(authorities)
            configuration.certificateVerification = .noHostnameVerification
        }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw Self.unusable(files, error)
        }
    }

    private static func pair(
        _ contents: TLSFileContents,
        of files: TLSFiles
    ) throws(ListenerError) -> ([NIOSSLCertificate], NIOSSLPrivateKey) {
        do {
            let chain = try NIOSSLCertificate.fromPEMBytes(contents.pair.certificate.get())
            let key = try NIOSSLPrivateKey(bytes: contents.pair.key.get(), format: .pem)
            return (chain, key)
        } catch {
            throw unusable(files, error)
        }
    }

    private static func authorities(
        _ contents: TLSFileContents,
        of files: TLSFiles
    ) throws(ListenerError) -> [NIOSSLCertificate]? {
        guard let file = files.clientAuthorities, let content = contents.authorities else {
            return nil
        }
        let certificates: [NIOSSLCertificate]
        do {
            certificates = try NIOSSLCertificate.fromPEMBytes(content.get())
        } catch {
            throw .unusableClientAuthorities(file: file, reason: "\(error)")
        }
        guard !certificates.isEmpty else {
            throw .unusableClientAuthorities(file: file, reason: "no certificate in it")
        }
        return certificates
    }

    private static func unusable(_ files: TLSFiles, _ error: any Error) -> ListenerError {
        .unusableCertificate(
            certificate: files.certificate,
            key: files.key,
            reason: "\(error)"
        )
    }
}
