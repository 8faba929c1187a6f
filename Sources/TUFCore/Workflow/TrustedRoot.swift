/// A root that a pin, or an unbroken chain of roots from one, vouches for.
///
/// It may have expired.
public struct TrustedRoot: Sendable {
    /// The root and who signed it.
    public let verified: Verified<Root>
    /// What its keys must be beyond being listed.
    public let rules: any RootKeyRules

    fileprivate init(_ verified: Verified<Root>, rules: any RootKeyRules) {
        self.verified = verified
        self.rules = rules
    }

    /// The root itself.
    public var root: Root { verified.payload }

    /// Follows the chain by one root.
    ///
    /// TUF 5.3.4 (verify-root) and 5.3.5 (check-root-version): the next root is signed by a
    /// threshold of this root's keys and by one of its own, and has the next version. Expiry does
    /// not matter here (5.3.6).
    ///
    /// - Parameters:
    ///   - file: The next root.
    ///   - time: When its certificates must be in force; nil for a root on the way to a newer one.
    /// - Returns: The next root, trusted.
    /// - Throws: ``UpdateError/rootNotSignedByTrusted(valid:threshold:)`` when this root's keys did
    ///   not sign, ``UpdateError/thresholdNotMet(role:valid:threshold:)`` when its own did not,
    ///   ``UpdateError/rootVersionNotNext(expected:found:)``.
    public func updated(
        to file: Unverified<Root>,
        at time: UTCTime?
    ) throws(UpdateError) -> TrustedRoot {
        try checkSignedByThis(file)
        let verified = try file.verifiedByItself { root throws(UpdateError) in
            try rules.rootKeys(of: root, at: time)
        }
        let next = root.version.next
        guard verified.payload.version == next, next != root.version else {
            throw .rootVersionNotNext(expected: next, found: verified.payload.version)
        }
        return TrustedRoot(verified, rules: rules)
    }

    private func checkSignedByThis(_ file: Unverified<Root>) throws(UpdateError) {
        do {
            _ = try file.verified(by: rules.rootKeys(of: root, at: nil))
        } catch .thresholdNotMet(_, let valid, let threshold) {
            throw .rootNotSignedByTrusted(valid: valid, threshold: threshold)
        }
    }
}

extension Unverified where Payload == Root {
    /// Trusts a first root because a pin says so.
    ///
    /// TUF 5.2 (load-trusted-root) asks that clients ship with a root; Notary pins it.
    ///
    /// - Parameters:
    ///   - pin: What makes it trusted.
    ///   - rules: What its keys must be beyond being listed.
    ///   - time: When its certificates must be in force.
    /// - Returns: The root, trusted; it may have expired.
    /// - Throws: ``UpdateError/pinNotMet(_:)``, ``UpdateError/firstUseForbidden(_:)``,
    ///   ``UpdateError/noUsableRootCertificate(_:)``,
    ///   ``UpdateError/thresholdNotMet(role:valid:threshold:)``.
    public func trusted(
        under pin: TrustPin,
        rules: any RootKeyRules,
        at time: UTCTime
    ) throws(UpdateError) -> TrustedRoot {
        let verified = try verifiedByItself { root throws(UpdateError) in
            try pin.pinned(rules.rootKeys(of: root, at: time), of: rules.gun, at: time)
        }
        return TrustedRoot(verified, rules: rules)
    }

    /// Trusts again a root that was trusted before and comes back from the caller's own storage.
    ///
    /// Its integrity is checked; that it was trusted is the caller's word, so the storage must be
    /// one that only the caller writes.
    ///
    /// - Parameter rules: What its keys must be beyond being listed.
    /// - Returns: The root, trusted; it may have expired.
    /// - Throws: ``UpdateError/thresholdNotMet(role:valid:threshold:)``,
    ///   ``UpdateError/noUsableRootCertificate(_:)``.
    public func trustedAsPersisted(rules: any RootKeyRules) throws(UpdateError) -> TrustedRoot {
        let verified = try verifiedByItself { root throws(UpdateError) in
            try rules.rootKeys(of: root, at: nil)
        }
        return TrustedRoot(verified, rules: rules)
    }
}
