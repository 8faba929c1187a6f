import TUFCore

/// A token of the configured issuer for this service, signed with a configured key.
///
/// Valid only within its time, which whoever keeps one looks at again.
struct VerifiedToken: Hashable, Sendable {
    /// Seconds by which clocks may differ.
    static let leeway = 60

    /// What it says.
    let claims: TokenClaims
    /// The last second of the certificates it came with.
    private let certificatesEnd: Int

    fileprivate init(_ claims: TokenClaims, certificatesEnd: Int) {
        self.claims = claims
        self.certificatesEnd = certificatesEnd
    }

    /// The name it was given to; nil for somebody without one.
    var subject: String? { claims.subject.isEmpty ? nil : claims.subject }

    /// Whether it may be used at `time` without its certificates being looked at again.
    func isValid(at time: UTCTime) -> Bool {
        claims.lifetimeError(at: time) == nil && time.seconds < certificatesEnd
    }
}

extension UnverifiedToken {
    /// Checks everything but what the token allows, in the order of the original.
    ///
    /// - Throws: ``TokenError`` that says what is not as expected.
    func verified(by trust: TokenTrust, at time: UTCTime) throws(TokenError) -> VerifiedToken {
        let issuer = claims.issuer ?? ""
        guard claims.issuer != nil, issuer.utf8.elementsEqual(trust.issuer.utf8) else {
            throw .issuer(expected: trust.issuer, found: issuer)
        }
        guard claims.audience.contains(where: { $0.utf8.elementsEqual(trust.service.utf8) }) else {
            throw .audience(expected: trust.service, found: claims.audience)
        }
        if let error = claims.lifetimeError(at: time) { throw error }
        guard !signature.isEmpty else { throw .unsigned }
        let (key, certificatesEnd) = try trust.certificates.key(for: header.key, at: time)
        guard let scheme = TokenAlgorithm.scheme(named: header.algorithm, for: key) else {
            throw .algorithm(header.algorithm)
        }
        guard key.isValidSignature(signature, scheme: scheme, over: signedBytes) else {
            throw .signature
        }
        return VerifiedToken(claims, certificatesEnd: certificatesEnd)
    }
}

extension TokenClaims {
    /// Why the token is not for use at `time`; nil when it is.
    fileprivate func lifetimeError(at time: UTCTime) -> TokenError? {
        if time.seconds - VerifiedToken.leeway > expiration { return .expired(at: expiration) }
        if time.seconds + VerifiedToken.leeway < notBefore { return .notYetValid(from: notBefore) }
        return nil
    }
}
