/// The outer object of every metadata file: `signed` and `signatures` (TUF 4.2.1).
struct Envelope {
    let signed: JSONValue
    let signatures: [MetadataSignature]
    /// Whether anything is listed as a signature, under an id that is one or not.
    let isSigned: Bool

    init(
        parsing bytes: [UInt8],
        in dialect: any MetadataDialect,
        limits: MetadataLimits
    ) throws(MetadataError) {
        let file = MetadataField(try Envelope.document(bytes, limits: limits).root, path: "")
        signed = try file.member("signed").object().value
        try Envelope.checkCounts(in: signed, limits: limits)
        let list = try file.member("signatures")
        isSigned = list.value.count > 0
        signatures = try Envelope.signatures(list, in: dialect, limits: limits)
    }

    private static func document(
        _ bytes: [UInt8],
        limits: MetadataLimits
    ) throws(MetadataError) -> JSONDocument {
        do {
            return try JSONDocument(parsing: bytes, limits: limits.json)
        } catch {
            throw .json(error)
        }
    }

    /// Both dialects have keys and delegations in the same places.
    private static func checkCounts(
        in signed: JSONValue,
        limits: MetadataLimits
    ) throws(MetadataError) {
        let delegations = signed["delegations"]
        let keys = (signed["keys"]?.count ?? 0) + (delegations?["keys"]?.count ?? 0)
        guard keys <= limits.keys else {
            throw .tooManyKeys(found: keys, limit: limits.keys)
        }
        let roles = delegations?["roles"]?.count ?? 0
        guard roles <= limits.delegations else {
            throw .tooManyDelegations(found: roles, limit: limits.delegations)
        }
    }

    private static func signatures(
        _ field: MetadataField,
        in dialect: any MetadataDialect,
        limits: MetadataLimits
    ) throws(MetadataError) -> [MetadataSignature] {
        if field.value.isNull { return [] }  // Go writes an empty list as null
        let list = try field.array().value
        guard list.count <= limits.signatures else {
            throw .tooManySignatures(found: list.count, limit: limits.signatures)
        }
        var signatures: [MetadataSignature] = []
        for (position, element) in list.elements.enumerated() {
            guard let signature = try dialect.signature(from: element, at: position)
            else { continue }
            signatures.append(signature)
        }
        try refuseRepeated(signatures, in: dialect)
        return signatures
    }

    private static func refuseRepeated(
        _ signatures: [MetadataSignature],
        in dialect: any MetadataDialect
    ) throws(MetadataError) {
        guard dialect.repeatedSignatures == .refused else { return }
        var seen: Set<KeyID> = []
        for signature in signatures where !seen.insert(signature.keyID).inserted {
            throw .repeatedSignature(signature.keyID)
        }
    }
}
