import TUFCore

/// A token taken apart (RFC 7515 section 7.1), of which nothing is to be believed yet.
struct UnverifiedToken: Sendable {
    /// The most bytes that are read: what fits a header field.
    static let maximumBytes = 32 * 1024

    let header: TokenHeader
    let claims: TokenClaims
    let signature: [UInt8]
    /// What the signature is over.
    let signedBytes: [UInt8]

    /// Reads `header.claims.signature`, each in Base64 for URLs.
    ///
    /// - Throws: ``TokenError`` that says what is malformed.
    init(parsing text: String) throws(TokenError) {
        let text = Substring(text).utf8
        guard text.count <= Self.maximumBytes else {
            throw .tooLong(bytes: text.count, limit: Self.maximumBytes)
        }
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .parts(found: parts.count) }
        header = try TokenHeader(try Self.json(parts[0], .header))
        claims = try TokenClaims(try Self.json(parts[1], .claims))
        signature = try Self.bytes(parts[2], .signature)
        signedBytes = Array(text[..<parts[1].endIndex])
    }

    private static func json(
        _ text: Substring.UTF8View,
        _ part: TokenError.Part
    ) throws(TokenError) -> JSONValue {
        let bytes = try bytes(text, part)
        let limits = JSONLimits(maximumBytes: maximumBytes, maximumDepth: 32)
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: bytes, limits: limits)
        } catch {
            throw .malformed(part: part, "\(error)")
        }
        guard document.root.kind == .object else {
            throw .malformed(part: part, "expected an object")
        }
        return document.root
    }

    private static func bytes(
        _ text: Substring.UTF8View,
        _ part: TokenError.Part
    ) throws(TokenError) -> [UInt8] {
        guard let bytes = Base64URL.decode(text) else {
            throw .malformed(part: part, "expected Base64 for URLs")
        }
        return bytes
    }
}
