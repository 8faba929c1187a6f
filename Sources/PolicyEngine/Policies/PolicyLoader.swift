/// Collects what the documents of manifests say.
struct PolicyLoader {
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var cluster: [PolicyResource] = []
    private(set) var namespaced: [String: [PolicyResource]] = [:]
    private(set) var secrets: [NamespacedName: Secret] = [:]
    private(set) var serviceAccounts: [NamespacedName: [String]] = [:]
    /// Why a policy may have been missed.
    private(set) var unreadable: Diagnostic?

    private static let policyGroup = "portieris.cloud.ibm.com"

    /// Adds all documents of a manifest.
    mutating func load(_ manifest: Manifest, limits: ManifestLimits) {
        do {
            for document in try ManifestReader(limits: limits).documents(of: manifest) {
                let origin = ManifestOrigin(
                    source: manifest.source,
                    document: document.number,
                    line: document.value.line
                )
                load(ManifestField(document.value), origin: origin)
            }
        } catch {
            miss(ManifestOrigin(source: manifest.source, document: 1).error(error))
        }
    }

    /// Adds a diagnostic after which nobody can tell what else there was.
    private mutating func miss(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        unreadable = unreadable ?? diagnostic
    }

    private mutating func load(_ document: ManifestField, origin: ManifestOrigin) {
        do throws(ManifestError) {
            let kind = GroupVersionKind(
                apiVersion: try document.required("apiVersion").string(),
                kind: try document.required("kind").string()
            )
            switch (kind.group, kind.version, kind.kind) {
            case ("", "v1", "List"), (Self.policyGroup, "v1", "ImagePolicyList"),
                (Self.policyGroup, "v1", "ClusterImagePolicyList"), ("", "v1", "SecretList"),
                ("", "v1", "ServiceAccountList"):
                for item in try document.elements("items") { load(item, origin: origin) }
            case (Self.policyGroup, "v1", "ImagePolicy"):
                try loadPolicy(document, kind: .imagePolicy, origin: origin)
            case (Self.policyGroup, "v1", "ClusterImagePolicy"):
                try loadPolicy(document, kind: .clusterImagePolicy, origin: origin)
            case ("", "v1", "Secret"): loadSecret(document, origin: origin)
            case ("", "v1", "ServiceAccount"): loadServiceAccount(document, origin: origin)
            default: try setAside(kind, document, origin: origin)
            }
        } catch {
            miss(origin.error(error))
        }
    }

    /// Leaves other kinds alone, unless one may be meant as a policy: misspelt, or of a version
    /// that is not known.
    private mutating func setAside(
        _ kind: GroupVersionKind,
        _ document: ManifestField,
        origin: ManifestOrigin
    ) throws(ManifestError) {
        guard kind.group == Self.policyGroup || kind.kind.contains("ImagePolicy") else {
            diagnostics.append(origin.warning("unknown kind \(kind), not looked at"))
            return
        }
        let message =
            "unknown kind \(kind); policies are ImagePolicy and ClusterImagePolicy of "
            + "\(Self.policyGroup)/v1"
        throw try document.required("kind").error(.invalid(message))
    }

    private mutating func loadPolicy(
        _ document: ManifestField,
        kind: PolicyID.Kind,
        origin: ManifestOrigin
    ) throws(ManifestError) {
        let name = try identity(of: document)
        let id = PolicyID(
            kind: kind,
            namespace: kind == .imagePolicy ? name.namespace : nil,
            name: name.name
        )
        let resource = PolicyResourceDecoder(id: id, origin: origin).resource(document)
        diagnostics += resource.repositories.compactMap {
            guard case .unaccepted(let diagnostic) = $0.content else { return nil }
            return diagnostic
        }
        diagnostics += resource.repositories.filter(\.pattern.mayBeMeantForHosts)
            .map {
                let text = "`\($0.pattern)` names no host, so it is for Docker Hub alone"
                return $0.origin.warning("\(text); `*/…` is for every host")
            }
        if let flaw = resource.unreadable { diagnostics.append(flaw) }
        switch kind {
        case .imagePolicy: namespaced[name.namespace, default: []].append(resource)
        case .clusterImagePolicy: cluster.append(resource)
        }
    }

    private mutating func loadSecret(_ document: ManifestField, origin: ManifestOrigin) {
        do throws(ManifestError) {
            let id = try identity(of: document)
            let decoder = try SecretDecoder(document, id: id)
            let secret = decoder.secret
            if secrets.updateValue(secret, forKey: id) != nil {
                diagnostics.append(origin.warning("Secret \(id) is there twice; the last counts"))
            }
            if decoder.isForSigner, case .unusable(let reason) = secret.signer {
                diagnostics.append(origin.error("Secret \(id) names no signer: \(reason)"))
            }
            if decoder.isForPulling, case .unusable(let reason) = secret.credentials {
                diagnostics.append(origin.error("Secret \(id) holds no credentials: \(reason)"))
            }
            diagnostics += secret.remarks.map { origin.warning("Secret \(id): \($0)") }
        } catch {
            diagnostics.append(origin.error(error))
        }
    }

    private mutating func loadServiceAccount(_ document: ManifestField, origin: ManifestOrigin) {
        do throws(ManifestError) {
            let id = try identity(of: document)
            var names: [String] = []
            for secret in try document.elements("imagePullSecrets") {
                if let name = try secret.string("name"), !name.isEmpty { names.append(name) }
            }
            serviceAccounts[id] = names
        } catch {
            diagnostics.append(origin.error(error))
        }
    }

    /// Name and namespace; what names none is in `default`, as with kubectl.
    private func identity(of document: ManifestField) throws(ManifestError) -> NamespacedName {
        let metadata = try document.required("metadata")
        let namespace = try metadata.string("namespace") ?? ""
        return NamespacedName(
            namespace: namespace.isEmpty ? "default" : namespace,
            name: try metadata.required("name").string()
        )
    }
}

extension PolicyLoader {
    /// Says which Secrets policies name that are nowhere, or hold no signer.
    mutating func checkReferences() {
        for resource in namespaced.values.joined() + cluster {
            for repository in resource.repositories {
                for requirement in repository.policy?.requirements ?? [] {
                    guard case .trust(let trust) = requirement else { continue }
                    for name in trust.signerSecrets where !isKnown(name, for: resource.id) {
                        diagnostics.append(
                            repository.origin.error("the signer secret `\(name)` is not there")
                        )
                    }
                }
            }
        }
    }

    private func isKnown(_ secret: String, for policy: PolicyID) -> Bool {
        guard let namespace = policy.namespace else {
            return secrets.keys.contains { $0.name == secret }
        }
        return secrets[NamespacedName(namespace: namespace, name: secret)] != nil
    }
}
