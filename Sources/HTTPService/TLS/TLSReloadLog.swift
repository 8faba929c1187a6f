import CoreMetrics
import Logging
import NIOSSL

/// Says when another certificate or other client authorities came into use, and when they could
/// not; in the log and in the metrics.
struct TLSReloadLog: Sendable {
    private let files: TLSFiles
    private let registry: MetricsRegistry
    private let logger: Logger

    init(files: TLSFiles, registry: MetricsRegistry, logger: Logger) {
        self.files = files
        self.registry = registry
        self.logger = logger
        for part in TLSMaterial.Part.allCases where path(of: part) != nil {
            failing(part).set(0)
        }
    }

    /// What is in use from the start.
    func note(_ material: TLSMaterial) {
        guard let end = material.chain.first?.notValidAfter else { return }
        Meter(label: "countersign_tls_certificate_not_after_seconds", factory: registry).set(end)
    }

    /// The files of `part` have something that can be used.
    func replaced(_ part: TLSMaterial.Part, in old: TLSMaterial, by new: TLSMaterial) {
        failing(part).set(0)
        note(new)
        let isSame =
            switch part {
            case .certificate: old.chain == new.chain && old.key == new.key
            case .authorities: old.authorities == new.authorities
            }
        guard !isSame else { return }
        count(part, "replaced")
        logger.notice("\(text(part)) replaced", metadata: place(of: part))
    }

    /// They have not.
    func failed(_ part: TLSMaterial.Part, _ error: ListenerError) {
        failing(part).set(1)
        count(part, "failed")
        var metadata = place(of: part)
        metadata["error"] = "\(error)"
        logger.warning("\(text(part)) not replaced, what was there stays", metadata: metadata)
    }

    private func text(_ part: TLSMaterial.Part) -> String {
        switch part {
        case .certificate: "certificate"
        case .authorities: "client authorities"
        }
    }

    private func place(of part: TLSMaterial.Part) -> Logger.Metadata {
        ["file": "\(path(of: part) ?? "")"]
    }

    private func path(of part: TLSMaterial.Part) -> String? {
        switch part {
        case .certificate: files.certificate
        case .authorities: files.clientAuthorities
        }
    }

    private func count(_ part: TLSMaterial.Part, _ outcome: String) {
        Counter(
            label: "countersign_tls_reloads_total",
            dimensions: [("file", part.rawValue), ("outcome", outcome)],
            factory: registry
        )
        .increment()
    }

    private func failing(_ part: TLSMaterial.Part) -> Meter {
        Meter(
            label: "countersign_tls_reload_failed",
            dimensions: [("file", part.rawValue)],
            factory: registry
        )
    }
}
