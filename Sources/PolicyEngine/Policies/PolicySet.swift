/// Everything decisions rest on: policies, and the Secrets and service accounts they need.
///
/// Made once from manifests and never changed; a reload makes a new one.
public struct PolicySet: Sendable {
    /// What was not accepted or left aside, in the order of the manifests.
    public let diagnostics: [Diagnostic]
    /// Every policy resource, in the order of the manifests.
    public var policies: [PolicyID] {
        cluster.map(\.id) + namespaced.flatMap { $0.value.map(\.id) }
    }
    /// Whether every manifest could be read to its end.
    ///
    /// When not, a policy may have been missed, so every image is denied; whoever reloads
    /// manifests keeps the set before.
    public var isComplete: Bool { unreadable == nil }

    let cluster: [PolicyResource]
    let namespaced: [String: [PolicyResource]]
    let secrets: [NamespacedName: Secret]
    let serviceAccounts: [NamespacedName: [String]]
    let unreadable: Diagnostic?

    /// Reads manifests.
    ///
    /// Nothing is thrown: what cannot be accepted becomes a diagnostic, and what it may have
    /// governed is denied.
    /// - Parameters:
    ///   - manifests: files of YAML or JSON, each with any number of documents.
    ///   - limits: what is still read of each.
    public init(manifests: [Manifest], limits: ManifestLimits = .policies) {
        var loader = PolicyLoader()
        for manifest in manifests { loader.load(manifest, limits: limits) }
        loader.checkReferences()
        diagnostics = loader.diagnostics
        cluster = loader.cluster
        namespaced = loader.namespaced
        secrets = loader.secrets
        serviceAccounts = loader.serviceAccounts
        unreadable = loader.unreadable
    }
}
