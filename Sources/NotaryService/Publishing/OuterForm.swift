import TUFCore

/// The part of a file that Notary decodes before it looks at the rest: a fault there is malformed
/// JSON to it, and one further in a refused update.
///
/// It is looked at only when a file could not be read, to tell the two apart.
enum OuterForm {
    /// What is wrong with the outer form; nil when it is right.
    static func fault(in bytes: [UInt8]) -> String? {
        let file: JSONValue
        do {
            // What follows the file is a fault of another kind.
            let text = FirstObject(of: bytes)?.bytes ?? bytes
            file = try JSONDocument(parsing: text, limits: .untrustedMetadata).root
        } catch {
            return error.description
        }
        if file.isNull { return nil }
        guard file.kind == .object else { return "the file is not an object" }
        return fault(inSigned: file["signed"]) ?? fault(inSignatures: file["signatures"])
    }

    private static func fault(inSigned signed: JSONValue?) -> String? {
        guard let signed = given(signed) else { return nil }
        guard signed.kind == .object else { return "`signed` is not an object" }
        if let type = given(signed["_type"]), type.string == nil {
            return "`_type` is not a string"
        }
        if let version = given(signed["version"]), version.integer == nil {
            return "`version` is not an integer"
        }
        if let expires = given(signed["expires"]),
            expires.string.flatMap(UTCTime.init(notary:)) == nil
        {
            return "`expires` is not a time as in RFC 3339"
        }
        return nil
    }

    private static func fault(inSignatures signatures: JSONValue?) -> String? {
        guard let signatures = given(signatures) else { return nil }
        guard signatures.kind == .array else { return "`signatures` is not an array" }
        for signature in signatures.elements where !signature.isNull {
            guard signature.kind == .object else { return "a signature is not an object" }
            for name in ["keyid", "method"] {
                if let value = given(signature[name]), value.string == nil {
                    return "`\(name)` of a signature is not a string"
                }
            }
            if let sig = given(signature["sig"]), sig.string.flatMap(Base64.decode) == nil {
                return "`sig` of a signature is not base64"
            }
        }
        return nil
    }

    /// What is there: to Go null is nothing.
    private static func given(_ value: JSONValue?) -> JSONValue? {
        value.flatMap { $0.isNull ? nil : $0 }
    }
}
