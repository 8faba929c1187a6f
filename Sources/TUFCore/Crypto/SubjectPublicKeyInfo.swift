/// A public key in the form of X.509 (RFC 5280 section 4.1.2.7), read strictly.
///
/// Read by hand, as libcrypto's own reader takes twice as long as a signature check. Only one
/// encoding of each key is accepted, so that two keys are equal when their encodings are.
enum SubjectPublicKeyInfo {
    case ed25519(raw: [UInt8])
    /// The point, uncompressed: 4, x, y.
    case elliptic(EllipticCurve, point: [UInt8])
    /// Big-endian numbers without leading zeros.
    case rsa(modulus: [UInt8], exponent: [UInt8])

    private static let ed25519Identifier: [UInt8] = [0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70]
    private static let rsaIdentifier: [UInt8] = [
        0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]

    init(der: [UInt8]) throws(CryptoError) {
        var outer = DERReader(der[...])
        var reader = DERReader(try outer.content(of: .sequence))
        guard outer.remaining == 0 else { throw .trailingBytes(outer.remaining) }
        let identifier = DERWriter.element(0x30, try reader.content(of: .sequence))
        let bits = try reader.content(of: .bitString)
        guard reader.remaining == 0 else { throw .trailingBytes(reader.remaining) }
        guard bits.first == 0 else { throw .malformedKey("a bit string is not of whole bytes") }
        try self.init(identifier: identifier, key: bits.dropFirst())
    }

    private init(identifier: [UInt8], key: ArraySlice<UInt8>) throws(CryptoError) {
        if identifier == Self.ed25519Identifier {
            self = .ed25519(raw: Array(key))
        } else if identifier == Self.rsaIdentifier {
            try self.init(rsa: key)
        } else if let curve = EllipticCurve.allCases.first(where: {
            $0.algorithmIdentifier == identifier
        }) {
            guard key.count == 1 + 2 * curve.coordinateLength, key.first == 4 else {
                throw .malformedKey("expected an uncompressed point of \(curve.groupName)")
            }
            self = .elliptic(curve, point: Array(key))
        } else {
            throw .unsupportedKey(Hex.encode(identifier))
        }
    }

    private init(rsa key: ArraySlice<UInt8>) throws(CryptoError) {
        var outer = DERReader(key)
        var reader = DERReader(try outer.content(of: .sequence))
        let modulus = Array(try reader.positiveInteger())
        let exponent = Array(try reader.positiveInteger())
        let remaining = outer.remaining + reader.remaining
        guard remaining == 0 else { throw .trailingBytes(remaining) }
        try Self.check(exponent: exponent)
        self = .rsa(modulus: modulus, exponent: exponent)
    }

    /// Refuses exponents that no key has: even, one, or (as Go does) of more than 31 bits.
    private static func check(exponent: [UInt8]) throws(CryptoError) {
        let isOdd = (exponent.last ?? 0) & 1 == 1
        guard isOdd, exponent != [1],
            exponent.count < 4 || exponent.count == 4 && exponent[0] < 0x80
        else { throw .malformedKey("an rsa exponent is even, one or of more than 31 bits") }
    }

    /// The number of bits of a big-endian number without leading zeros.
    static func bitCount(_ number: [UInt8]) -> Int {
        number.count * 8 - (number.first ?? 0xFF).leadingZeroBitCount
    }

    var der: [UInt8] {
        let (identifier, key): ([UInt8], [UInt8]) =
            switch self {
            case .ed25519(let raw): (Self.ed25519Identifier, raw)
            case .elliptic(let curve, let point): (curve.algorithmIdentifier, point)
            case .rsa(let modulus, let exponent):
                (
                    Self.rsaIdentifier,
                    DERWriter.sequence(DERWriter.integer(modulus), DERWriter.integer(exponent))
                )
            }
        return DERWriter.sequence(identifier, DERWriter.element(0x03, [0] + key))
    }
}
