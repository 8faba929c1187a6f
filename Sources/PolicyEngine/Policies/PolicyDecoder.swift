import TUFCore

/// Reads `spec.repositories[].policy`, in which every field is either understood or refused.
enum PolicyDecoder {
    /// The policy; null and absent ask for nothing.
    static func policy(_ field: ManifestField?) throws(ManifestError) -> Policy {
        guard let field else { return Policy(mutatesImage: true, requirements: []) }
        try field.refuseOthers(than: ["mutateImage", "trust", "simple", "vulnerability"])
        var requirements: [Requirement] = []
        if let trust = try field.member("trust"), let requirement = try Self.trust(trust) {
            requirements.append(.trust(requirement))
        }
        if let simple = try field.member("simple") { requirements += try Self.simple(simple) }
        if let vulnerability = try field.member("vulnerability"),
            try Self.isEnabled(vulnerability)
        {
            requirements.append(.unsupported("vulnerability.ICCRVA"))
        }
        return Policy(
            mutatesImage: try field.boolean("mutateImage") ?? true,
            requirements: requirements
        )
    }

    /// Nil when trust is switched off, or nothing at all is said of it.
    private static func trust(_ field: ManifestField) throws(ManifestError) -> TrustRequirement? {
        try field.refuseOthers(than: ["enabled", "trustServer", "signerSecrets", "trustPinning"])
        var secrets: [String] = []
        for element in try field.elements("signerSecrets") {
            try element.refuseOthers(than: ["name"])
            secrets.append(try element.required("name").string())
        }
        let requirement = TrustRequirement(
            server: try server(field),
            signerSecrets: secrets,
            pin: try field.member("trustPinning")
                .map { pinning throws(ManifestError) in
                    try pin(pinning)
                } ?? .unpinned
        )
        guard let isEnabled = try field.boolean("enabled") else {
            let nothing = TrustRequirement(server: nil, signerSecrets: [], pin: .unpinned)
            guard requirement == nothing else { throw field.missing("enabled") }
            return nil
        }
        return isEnabled ? requirement : nil
    }

    private static func server(_ trust: ManifestField) throws(ManifestError) -> TrustServer? {
        guard let field = try trust.member("trustServer") else { return nil }
        let text = try field.string()
        guard !text.isEmpty else { return nil }
        do {
            return try TrustServer(parsing: text)
        } catch {
            throw field.error(.invalid(error.description))
        }
    }

    private static func simple(_ field: ManifestField) throws(ManifestError) -> [Requirement] {
        try field.refuseOthers(than: ["storeURL", "storeSecret", "requirements"])
        _ = try (field.string("storeURL"), field.string("storeSecret"))
        var requirements: [Requirement] = []
        for element in try field.elements("requirements") {
            requirements.append(try simpleRequirement(element))
        }
        let isListed = try field.member("requirements") != nil
        guard !(isListed && requirements.isEmpty) else {
            throw field.error(.invalid("`requirements` is empty, so nothing could meet it"))
        }
        return requirements
    }

    private static func simpleRequirement(
        _ field: ManifestField
    ) throws(ManifestError) -> Requirement {
        try field.refuseOthers(than: ["type", "keySecret", "keySecretNamespace", "signedIdentity"])
        let type = try field.required("type")
        switch try type.string() {
        case "insecureAcceptAnything": return .acceptAnything
        case "reject": return .reject
        case "signedBy": return .unsupported("simple signing (signedBy)")
        case let other: throw type.error(.invalid("unknown type `\(other)`"))
        }
    }

    private static func isEnabled(_ vulnerability: ManifestField) throws(ManifestError) -> Bool {
        try vulnerability.refuseOthers(than: ["ICCRVA"])
        guard let advisor = try vulnerability.member("ICCRVA") else { return false }
        try advisor.refuseOthers(than: ["enabled", "account"])
        _ = try advisor.string("account")
        return try advisor.boolean("enabled") ?? false
    }
}

extension PolicyDecoder {
    /// Our own addition to Portieris' fields, named as in Notary's client configuration.
    private static func pin(_ field: ManifestField) throws(ManifestError) -> TrustPinPolicy {
        try field.refuseOthers(than: ["certs", "ca"])
        let ids = try keyIDs(field)
        guard let authority = try field.member("ca") else {
            guard !ids.isEmpty else {
                throw field.error(.invalid("names neither `certs` nor `ca`"))
            }
            return .keyIDs(ids)
        }
        guard ids.isEmpty else {
            throw field.error(.invalid("names both `certs` and `ca`; only one can be meant"))
        }
        return .authorities(try authorities(authority))
    }

    private static func authorities(
        _ field: ManifestField
    ) throws(ManifestError) -> [X509Certificate] {
        let pem = Array(try field.string().utf8)
        let certificates: [X509Certificate]
        do {
            certificates = try X509Certificate.bundle(pem: pem)
        } catch {
            throw field.error(.invalid(error.description))
        }
        guard !certificates.isEmpty else { throw field.error(.invalid("holds no certificate")) }
        return certificates
    }

    private static func keyIDs(_ pinning: ManifestField) throws(ManifestError) -> Set<KeyID> {
        var ids: Set<KeyID> = []
        for element in try pinning.elements("certs") {
            let text = try element.string()
            do {
                ids.insert(try KeyID(text))
            } catch {
                throw element.error(.invalid(error.description))
            }
        }
        return ids
    }
}
