import TUFCore

/// Reads a Secret of the core API.
struct SecretDecoder {
    private let id: NamespacedName
    private let values: [String: [UInt8]]

    /// Decodes `data`, and `stringData`, which has the last word.
    init(_ document: ManifestField, id: NamespacedName) throws(ManifestError) {
        var values: [String: [UInt8]] = [:]
        for (name, field) in try document.member("data")?.members() ?? [] {
            if case .null = field.value.content { continue }
            guard let bytes = Base64.decode(try field.string()) else {
                throw field.error(.invalid("is not base64"))
            }
            values[name] = bytes
        }
        for (name, field) in try document.member("stringData")?.members() ?? [] {
            if case .null = field.value.content { continue }
            values[name] = Array(try field.string().utf8)
        }
        self.values = values
        self.id = id
    }

    var secret: Secret {
        let (credentials, remarks) = credentials
        return Secret(id: id, signer: signer, credentials: credentials, remarks: remarks)
    }

    /// Whether the Secret was meant to name a signer, so that a flaw in it is worth a message.
    var isForSigner: Bool { values["publicKey"] != nil }

    /// Whether the Secret was meant to hold credentials.
    var isForPulling: Bool { values[".dockerconfigjson"] != nil || values[".dockercfg"] != nil }

    /// `name` is the delegation below `targets/`, `publicKey` its key as PEM.
    private var signer: Secret.Content<SignerRequirement> {
        guard let name = text("name") else { return .unusable("it has no `name`") }
        guard let pem = text("publicKey") else { return .unusable("it has no `publicKey`") }
        let role: RoleName
        do {
            role = try RoleName(notary: "targets/\(name)")
        } catch {
            return .unusable("`name`: \(error)")
        }
        do {
            let key = try PublicKey(pem: pem)
            return .usable(SignerRequirement(role: role, publicKey: key, secret: "\(id)"))
        } catch {
            return .unusable("`publicKey`: \(error)")
        }
    }

    private var credentials: (Secret.Content<[RegistryCredential]>, remarks: [String]) {
        let (bytes, isNested) =
            values[".dockerconfigjson"].map { ($0, true) }
            ?? (values[".dockercfg"] ?? [], false)
        guard isForPulling else {
            return (.unusable("it has neither `.dockerconfigjson` nor `.dockercfg`"), [])
        }
        do {
            let file = try DockerConfiguration(parsing: bytes, isNested: isNested)
            return (.usable(file.credentials), file.remarks)
        } catch {
            return (.unusable(error.message), [])
        }
    }

    private func text(_ name: String) -> String? {
        values[name].flatMap { String(validating: $0, as: UTF8.self) }
            .flatMap {
                let line = $0.split(separator: "\n").joined(separator: "\n")
                return line.isEmpty ? nil : line
            }
    }
}
