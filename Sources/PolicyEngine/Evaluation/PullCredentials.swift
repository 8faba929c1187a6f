/// The credentials a pod pulls with: its own, else its service account's.
struct PullCredentials {
    let credentials: [RegistryCredential]
    /// Secrets that were named and are of no use.
    let warnings: [String]

    init(of images: ReviewedImages, in namespace: String, from policies: PolicySet) {
        let account = images.serviceAccount.flatMap {
            policies.serviceAccounts[NamespacedName(namespace: namespace, name: $0)]
        }
        let names = images.pullSecrets.isEmpty ? account ?? [] : images.pullSecrets
        var credentials: [RegistryCredential] = []
        var warnings: [String] = []
        for name in names {
            let id = NamespacedName(namespace: namespace, name: name)
            switch policies.secrets[id]?.credentials {
            case nil: warnings.append("pull secret `\(id)` is not there")
            case .unusable(let reason)?: warnings.append("pull secret `\(id)`: \(reason)")
            case .usable(let found)?:
                credentials += found.filter { !credentials.contains($0) }
            }
        }
        (self.credentials, self.warnings) = (credentials, warnings)
    }
}
