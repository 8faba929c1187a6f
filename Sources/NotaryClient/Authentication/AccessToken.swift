import TUFCore

/// A bearer token as a token server gives it out.
struct AccessToken: Hashable, Sendable {
    /// The most bytes the answer of a token server may have.
    static let answerLimit = 256 * 1024

    /// The value of an `Authorization` header.
    let authorization: String

    /// Reads the answer of a token server: `token`, or `access_token` beside or instead of it.
    ///
    /// - Returns: nil when there is no token in it, or one that cannot stand in a header.
    init?(answer: [UInt8]) {
        let limits = JSONLimits(maximumBytes: Self.answerLimit, maximumDepth: 16)
        guard let document = Self.parsed(answer, limits: limits) else { return nil }
        let token = document.root["token"]?.string ?? document.root["access_token"]?.string
        guard let token, !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) else {
            return nil
        }
        authorization = "Bearer \(token)"
    }

    private static func parsed(_ bytes: [UInt8], limits: JSONLimits) -> JSONDocument? {
        do { return try JSONDocument(parsing: bytes, limits: limits) } catch { return nil }
    }
}
