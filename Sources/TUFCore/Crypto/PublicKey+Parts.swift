extension PublicKey {
    /// What a key is made of, in the way that JSON Web Keys list it (RFC 7518 section 6, RFC 8037).
    package enum Parts: Hashable, Sendable {
        /// The 32 bytes of the key.
        case ed25519([UInt8])
        /// The curve as `P-256`, and the coordinates of the point, each as long as the curve asks.
        case elliptic(curve: String, x: [UInt8], y: [UInt8])
        /// Big-endian numbers without leading zeros.
        case rsa(modulus: [UInt8], exponent: [UInt8])
    }

    /// The key taken apart.
    ///
    /// - Throws: nothing in practice, as the structure was read before.
    package var parts: Parts {
        get throws(CryptoError) {
            switch try SubjectPublicKeyInfo(der: subjectPublicKeyInfo) {
            case .ed25519(let raw): .ed25519(raw)
            case .elliptic(let curve, let point):
                .elliptic(
                    curve: curve.groupName,
                    x: Array(point.dropFirst().prefix(curve.coordinateLength)),
                    y: Array(point.suffix(curve.coordinateLength))
                )
            case .rsa(let modulus, let exponent): .rsa(modulus: modulus, exponent: exponent)
            }
        }
    }
}
