/// Notary's rules for root keys: X.509 certificates that name the repository.
///
/// A key counts when its bundle has exactly one certificate that is no authority and this one comes
/// first, its common name is the repository's name or a prefix of it followed by `*`, it is not
/// signed with SHA-1, its RSA key has 2048 bits or more, and it is in force, where a certificate
/// may begin up to a day late. What signs is the key that Notary would write of these certificates,
/// which is another key when there is text around them, or its type is not that of the certificate.
public struct NotaryRootRules: RootKeyRules {
    /// The repository that certificates must name.
    public let gun: GUN
    private static let leeway = 24 * 60 * 60

    /// Sets the rules for one repository.
    ///
    /// - Parameter gun: The repository that certificates must name.
    public init(gun: GUN) {
        self.gun = gun
    }

    /// The root keys whose certificates name the repository and are in force.
    public func rootKeys(of root: Root, at time: UTCTime?) throws(UpdateError) -> RoleKeys {
        let keys = root.roleKeys(of: .root).filtered { isUsable($0, at: time) }
        guard !keys.keys.isEmpty else { throw .noUsableRootCertificate(gun) }
        return keys.filtered { isRewrittenSame($0, at: time) }
    }

    /// Whether a leaf that may sign comes first among these certificates, and no other leaf.
    package func isUsable(_ certificates: [X509Certificate], at time: UTCTime?) -> Bool {
        guard let leaf = certificates.first, leaf.publicKey != nil, !leaf.isAuthority,
            certificates.dropFirst().allSatisfy(\.isAuthority)
        else { return false }
        return names(leaf) && !leaf.isSignedWithSHA1 && isInForce(leaf, at: time)
    }

    private func isUsable(_ key: Key, at time: UTCTime?) -> Bool {
        key.type.isCertificate && key.publicKey != nil && isUsable(key.certificates, at: time)
    }

    /// Authorities that are not in force are left out where that matters.
    private func isRewrittenSame(_ key: Key, at time: UTCTime?) -> Bool {
        guard let leaf = key.certificates.first else { return false }
        let authorities = key.certificates.dropFirst()
            .filter { time == nil || !$0.isSignedWithSHA1 && isInForce($0, at: time) }
        let rewritten = try? Key(notary: leaf, intermediates: authorities)
        return rewritten?.id == key.id
    }

    private func names(_ leaf: X509Certificate) -> Bool {
        guard let name = leaf.commonName else { return false }
        let bytes = Array(name.utf8)
        guard bytes.last == UInt8(ascii: "*") else { return bytes == Array(gun.name.utf8) }
        let asterisks = bytes.reversed().prefix { $0 == UInt8(ascii: "*") }
        return gun.name.utf8.starts(with: bytes.dropLast(asterisks.count))
    }

    private func isInForce(_ leaf: X509Certificate, at time: UTCTime?) -> Bool {
        guard leaf.notBefore <= leaf.notAfter else { return false }
        guard let time else { return true }
        return leaf.notBefore <= time.adding(seconds: Self.leeway) && time <= leaf.notAfter
    }
}
