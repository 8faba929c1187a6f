import Foundation
import HTTPTypes
import Hummingbird
import TUFCore

/// Lets requests through that bring a token which allows them, as Docker's registry does.
struct TokenAuthenticator: Sendable {
    private let realm: TokenAuthenticationConfiguration.Realm
    private let trust: TokenTrust
    private let cache = VerifiedTokenCache()

    init(realm: TokenAuthenticationConfiguration.Realm, trust: TokenTrust) {
        self.realm = realm
        self.trust = trust
    }

    /// Reads the certificates that `configuration` name.
    ///
    /// - Throws: ``TokenCertificatesError``.
    init(_ configuration: TokenAuthenticationConfiguration) throws(TokenCertificatesError) {
        let pem: Data
        do {
            pem = try Data(contentsOf: URL(fileURLWithPath: configuration.rootCertificates))
        } catch {
            throw .unreadable(
                file: configuration.rootCertificates,
                reason: error.localizedDescription
            )
        }
        let certificates = try TokenCertificates(pem: String(decoding: pem, as: UTF8.self))
        self.init(
            realm: configuration.realm,
            trust: TokenTrust(
                issuer: configuration.issuer,
                service: configuration.service,
                certificates: certificates
            )
        )
    }

    /// The certificates whose time is not `time`: they end no chain, though their own keys sign.
    func certificatesOutOfTime(at time: UTCTime) -> [X509Certificate] {
        trust.certificates.authorities.filter { !$0.isValid(at: time) }
    }

    /// The name in the request's token; nil when that has none.
    ///
    /// - Throws: ``RequestFailure/unauthorized(_:reason:)`` unless the token allows `access`.
    func subject(
        of request: Request,
        for access: RequiredAccess,
        at time: UTCTime
    ) throws(RequestFailure) -> String? {
        func refusal(_ fault: TokenChallenge.Fault?, _ reason: String) -> RequestFailure {
            let challenge = TokenChallenge(
                realm: realm.url(for: request.head.authority),
                service: trust.service,
                access: access,
                fault: fault
            )
            return .unauthorized(challenge, reason: reason)
        }
        guard let text = Self.bearerToken(request.headers[.authorization]) else {
            throw refusal(nil, "no token")
        }
        let token: VerifiedToken
        do {
            token = try verified(text, at: time)
        } catch {
            throw refusal(.invalidToken, "\(error)")
        }
        guard access.isAllowed(by: token.claims.access) else {
            let reason = "the token of `\(token.claims.subject)` does not allow `\(access.scope)`"
            throw refusal(.insufficientScope, reason)
        }
        return token.subject
    }

    private func verified(_ text: String, at time: UTCTime) throws(TokenError) -> VerifiedToken {
        let digest = HashAlgorithm.sha256.digest(of: Array(text.utf8))
        if let token = cache.token(digest, at: time) { return token }
        let token = try UnverifiedToken(parsing: text).verified(by: trust, at: time)
        cache.keep(token, for: digest, at: time)
        return token
    }

    /// What follows `Bearer`, in any case, and exactly one space.
    private static func bearerToken(_ authorization: String?) -> String? {
        let parts = (authorization ?? "").split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return String(parts[1])
    }
}
