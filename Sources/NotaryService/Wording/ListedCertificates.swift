import TUFCore

/// The certificates that a root lists for the root role, whatever the keys are said to be: Notary
/// looks for one that may sign before it looks at the keys.
struct ListedCertificates {
    private let bundles: [[X509Certificate]]

    init(of root: Unverified<Root>) {
        let ids = root.claim["roles"]?["root"]?["keyids"]?.elements.compactMap(\.string) ?? []
        bundles = ids.compactMap { id in
            let text = root.claim["keys"]?[id]?["keyval"]?["public"]?.string
            return text.flatMap(Base64.decode).flatMap { try? X509Certificate.bundle(pem: $0) }
        }
    }

    /// Whether one of them may sign.
    func areUsable(under rules: NotaryRootRules, at time: UTCTime) -> Bool {
        bundles.contains { rules.isUsable($0, at: time) }
    }
}
