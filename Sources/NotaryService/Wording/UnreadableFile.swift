import TUFCore

/// A file of an upload that has not the structure of its role, or that Notary does not read as it
/// is written, and what Notary says of it.
struct UnreadableFile: Error {
    private let role: RoleName
    private let bytes: [UInt8]
    /// What this server has against it; nil when only Notary has something.
    private let error: MetadataError?
    /// The part of it that Notary reads at first.
    private let text: [UInt8]
    /// What follows that; nil when nothing does.
    private let next: Character?
    private let document: JSONValue?

    init(role: RoleName, bytes: [UInt8], error: MetadataError? = nil) {
        self.role = role
        self.bytes = bytes
        self.error = error
        let first = FirstObject(of: bytes)
        text = first?.bytes ?? bytes
        next = first?.next
        document = try? JSONDocument(parsing: text, limits: .untrustedMetadata).root
    }

    /// The version that Notary reads: 0 where there is none.
    var version: Int { signed?["version"]?.integer ?? 0 }

    /// Notary's message for a root, given the one that it follows.
    func rootMessage(after stored: TrustedRoot?) -> String {
        if let fault = trailingFault ?? structureFault { return fault }
        guard isReadableButForSignatures else { return expiryFault ?? ownMessage }
        return stored == nil ? UpdateRefusal.noIntegrity : UpdateRefusal.noRotation
    }

    /// Notary's message for targets, a delegated role or a snapshot: of a delegated role it looks
    /// at the structure first, of the others at the signatures.
    func message(signedBy keys: RoleKeys) -> String {
        if let fault = trailingFault { return fault }
        let fault =
            role.parent == nil
            ? signatureFault(keys) ?? structureFault : structureFault ?? signatureFault(keys)
        return fault ?? expiryFault ?? ownMessage
    }

    private var ownMessage: String {
        error.map { "\(role) type metadata invalid: \($0)" }
            ?? "valid signatures did not meet threshold for \(role)"
    }

    private var trailingFault: String? {
        next.map { "invalid character '\($0)' after top-level value" }
    }

    private var signed: JSONValue? {
        guard let signed = document?["signed"], signed.kind == .object else { return nil }
        return signed
    }

    private var structureFault: String? {
        guard let signed else { return nil }
        return GoType.payload(of: role).fault(in: signed, of: text)
            ?? StructureRules(role: role, signed: signed).fault
    }

    /// Whether the payload can be read, and only what stands under `signatures` cannot.
    private var isReadableButForSignatures: Bool {
        guard let signed else { return false }
        return (try? Root.decoded(from: signed, in: .notary, as: role)) != nil
    }

    /// A time that is absent is long over.
    private var expiryFault: String? {
        guard let signed, signed["expires"].map(\.isNull) ?? true else { return nil }
        return "\(role) expired at Mon Jan 1 00:00:00 UTC 0001"
    }

    private func signatureFault(_ keys: RoleKeys) -> String? {
        let signatures = document?["signatures"]
        guard signatures?.kind == .array, signatures?.count != 0 else {
            return "tuf: data has no signatures"
        }
        // What Notary checks is the signature of other numbers.
        guard signed?.hasOnlyExactIntegers ?? true else {
            return "valid signatures did not meet threshold for \(role)"
        }
        do {
            let file = try Unverified<AnyPayload>(parsing: bytes, as: role, in: .notary)
            if keys.areMisnamed(in: file.signatures) { return .wrongKeyID }
            _ = try file.verified(by: keys)
            return nil
        } catch {
            return "valid signatures did not meet threshold for \(role)"
        }
    }
}

/// Any object: what was signed, whatever it is.
private struct AnyPayload: MetadataPayload {
    let version = MetadataVersion.first
    let expires = UTCTime(seconds: 0)

    static func decoded(
        from signed: JSONValue,
        in dialect: any MetadataDialect,
        as role: RoleName
    ) throws(MetadataError) -> AnyPayload {
        AnyPayload()
    }
}
