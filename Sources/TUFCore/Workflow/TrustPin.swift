/// What makes the first root of a repository trusted.
public enum TrustPin: Hashable, Sendable {
    /// One of these ids must be that of a root key: of the certificate or of the bare key in it.
    case keyIDs(Set<KeyID>)
    /// The root certificate must be issued below one of these authorities.
    case authorities([X509Certificate])
    /// Whatever root the server shows first is believed. Dangerous, and said in a warning by
    /// whoever allows it.
    case trustOnFirstUse
    /// There is no pin, and trust on first use is not allowed.
    case nothing

    /// The keys that meet the pin.
    ///
    /// - Parameters:
    ///   - keys: The keys that may sign the root at all.
    ///   - gun: The repository, for the message.
    ///   - time: When a certificate chain must hold.
    /// - Returns: Those that meet it, with the same threshold.
    /// - Throws: ``UpdateError/pinNotMet(_:)`` and ``UpdateError/firstUseForbidden(_:)``.
    func pinned(
        _ keys: RoleKeys,
        of gun: GUN,
        at time: UTCTime
    ) throws(UpdateError) -> RoleKeys {
        let pinned: RoleKeys
        switch self {
        case .trustOnFirstUse: return keys
        case .nothing: throw .firstUseForbidden(gun)
        case .keyIDs(let ids):
            pinned = keys.filtered { ids.contains($0.id) || ids.contains($0.canonicalID) }
        case .authorities(let authorities):
            pinned = keys.filtered { TrustPin.chains($0, to: authorities, at: time) }
        }
        guard !pinned.keys.isEmpty else { throw .pinNotMet(gun) }
        return pinned
    }

    private static func chains(
        _ key: Key,
        to authorities: [X509Certificate],
        at time: UTCTime
    ) -> Bool {
        guard let leaf = key.certificates.first else { return false }
        return leaf.chains(
            to: authorities,
            through: Array(key.certificates.dropFirst()),
            at: time
        )
    }
}
