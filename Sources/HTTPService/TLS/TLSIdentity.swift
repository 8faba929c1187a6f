import Logging
import NIOSSL
import ServiceLifecycle
import Synchronization

/// What new TLS handshakes are made with; it follows its files.
///
/// What cannot be used, as a certificate without its key while files are being replaced, is not
/// taken: what was there before stays in use, and the log and the metrics say so once. Certificate
/// and client authorities are looked at apart, so that one that is broken does not hold up the
/// other. A handshake gets all of one state, and sessions of an earlier one are not resumed.
final class TLSIdentity: Service {
    private struct State {
        var seen: TLSFileContents
        var material: TLSMaterial
        var context: NIOSSLContext
    }

    private let files: TLSFiles
    private let log: TLSReloadLog
    private let state: Mutex<State>

    /// Reads the files.
    ///
    /// - Throws: ``ListenerError`` when they cannot be used.
    init(files: TLSFiles, registry: MetricsRegistry, logger: Logger) throws(ListenerError) {
        let seen = TLSFileContents(of: files)
        let material = try TLSMaterial(seen, of: files)
        let context = try material.context(named: files)
        self.files = files
        log = TLSReloadLog(files: files, registry: registry, logger: logger)
        log.note(material)
        state = Mutex(State(seen: seen, material: material, context: context))
    }

    /// For the next handshake.
    var context: NIOSSLContext { state.withLock { $0.context } }

    /// Looks at the files again and again until the server stops.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: self.files.refreshInterval)) != nil {
                self.refresh()
            }
        }
    }

    /// Takes what has changed in the files and can be used.
    func refresh() {
        let found = TLSFileContents(of: files)
        state.withLock { state in
            guard found != state.seen else { return }
            if found.pair != state.seen.pair { take(.certificate, from: found, into: &state) }
            if found.authorities != state.seen.authorities {
                take(.authorities, from: found, into: &state)
            }
            state.seen = found
        }
    }

    private func take(
        _ part: TLSMaterial.Part,
        from found: TLSFileContents,
        into state: inout State
    ) {
        do {
            let material = try state.material.replacing(part, by: found, of: files)
            state.context = try material.context(named: files)
            log.replaced(part, in: state.material, by: material)
            state.material = material
        } catch {
            log.failed(part, error)
        }
    }
}
