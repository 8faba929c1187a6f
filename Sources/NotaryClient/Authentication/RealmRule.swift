/// Which token realms may be asked for a token.
///
/// The realm in a challenge is chosen by whoever answers. A client that sends its credentials to
/// any realm hands them to an attacker (Ratify, CVE-2025-27403), so a realm is asked only when
/// - it is `https`, or plain `http` on a loopback address, and
/// - its host is the trust server's, that of the registry the credentials are for, or one that
///   the configuration names.
///
/// The rule is the same without credentials: a realm elsewhere could make this client fetch
/// from, and hand on what it got from, a place only this client can reach.
public struct RealmRule: Hashable, Sendable {
    /// Further hosts that may issue tokens, by the host of the trust server that names them.
    public let issuers: [String: Set<String>]
    /// Hosts that may issue tokens for any trust server.
    public let issuersForAll: Set<String>

    /// Docker Hub's trust server takes tokens from a host of its own.
    public static let wellKnownIssuers: [String: Set<String>] = [
        "notary.docker.io": ["auth.docker.io"]
    ]

    /// Makes a rule out of the host names that the configuration trusts with credentials.
    public init(
        issuersForAll: Set<String> = [],
        issuers: [String: Set<String>] = wellKnownIssuers
    ) {
        self.issuersForAll = Set(issuersForAll.map { $0.lowercased() })
        self.issuers = issuers
    }

    /// Whether this client may ask `realm` for a token to use at `server`, sending `credential`
    /// or, where that is nil, asking anonymously.
    func allows(_ realm: HTTPURL, at server: HTTPURL, with credential: HostCredential?) -> Bool {
        guard realm.isPrivateChannel else { return false }
        if realm.host == server.host || realm.host == credential?.host { return true }
        return issuersForAll.contains(realm.host)
            || issuers[server.host]?.contains(realm.host) == true
    }
}
