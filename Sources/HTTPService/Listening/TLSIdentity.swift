import Logging
import NIOCertificateReloading
import NIOSSL
import ServiceLifecycle
import Synchronization

/// A certificate and key that follow their files: new handshakes get the new pair.
///
/// A pair that does not belong together, as while files are being replaced, is not taken: the one
/// before it stays in use, and the log says so once.
struct TLSIdentity: Service {
    let configuration: TLSConfiguration
    private let reloader: TimedCertificateReloader

    init(files: TLSFiles, logger: Logger) throws(ListenerError) {
        let reloader: TimedCertificateReloader
        var configuration: TLSConfiguration
        do {
            reloader = try Self.reloader(files: files, logger: logger)
            configuration = try .makeServerConfiguration(certificateReloader: reloader)
        } catch {
            throw .unusableCertificate(
                certificate: files.certificate,
                key: files.key,
                reason: "\(error)"
            )
        }
        configuration.minimumTLSVersion = .tlsv12
        if let authorities = files.clientAuthorities {
            configuration.trustRoots = .certificates(try Self.certificates(in: authorities))
            configuration.certificateVerification = .noHostnameVerification
        }
        self.reloader = reloader
        self.configuration = configuration
    }

    func run() async throws {
        try await reloader.run()
    }

    private static func reloader(
        files: TLSFiles,
        logger: Logger
    ) throws -> TimedCertificateReloader {
        let log = TLSReloadLog(logger: logger, certificate: files.certificate)
        return try .makeReloaderValidatingSources(
            configuration: .init(
                refreshInterval: files.refreshInterval,
                certificateSource: .init(location: .file(path: files.certificate), format: .pem),
                privateKeySource: .init(location: .file(path: files.key), format: .pem)
            ) {
                $0.onCertificateLoaded = { log.loaded($0) }
                $0.onCertificateLoadFailed = { log.failed($0.error) }
            }
        )
    }

    private static func certificates(
        in file: String
    ) throws(ListenerError) -> [NIOSSLCertificate] {
        let certificates: [NIOSSLCertificate]
        do {
            certificates = try NIOSSLCertificate.fromPEMFile(file)
        } catch {
            throw .unusableClientAuthorities(file: file, reason: "\(error)")
        }
        guard !certificates.isEmpty else {
            throw .unusableClientAuthorities(file: file, reason: "no certificate in it")
        }
        return certificates
    }
}
