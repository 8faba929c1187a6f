/// The two forms of an ECDSA signature, made into each other.
enum ECDSASignature {
    /// DER from r‖s, or `nil` when the length is not twice that of the curve.
    static func der(rawPair: [UInt8], on curve: EllipticCurve) -> [UInt8]? {
        let length = curve.coordinateLength
        guard rawPair.count == 2 * length else { return nil }
        return DERWriter.sequence(
            DERWriter.integer(rawPair.prefix(length)),
            DERWriter.integer(rawPair.suffix(length))
        )
    }

    /// The pair r‖s from DER, each filled up with zeros to the curve's length.
    static func rawPair(der: [UInt8], on curve: EllipticCurve) throws(CryptoError) -> [UInt8] {
        var outer = DERReader(der[...])
        var reader = DERReader(try outer.content(of: .sequence))
        var pair: [UInt8] = []
        for _ in 0..<2 {
            let number = try reader.positiveInteger()
            let padding = curve.coordinateLength - number.count
            guard padding >= 0 else { throw .malformedKey("a number is too large for the curve") }
            pair += [UInt8](repeating: 0, count: padding) + number
        }
        return pair
    }
}
