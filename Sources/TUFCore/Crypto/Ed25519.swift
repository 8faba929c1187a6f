private import COpenSSL
private import CSodium

/// Ed25519 (RFC 8032) with the same answers for messages of every size.
///
/// libsodium checks short messages faster, libcrypto long ones, as its SHA-512 is faster. The
/// two differ in what they accept beside what signers make: libsodium refuses points of small
/// order and second encodings of a point, libcrypto does not. Both are refused here.
enum Ed25519 {
    static let keyLength = 32
    static let signatureLength = 64
    /// Up to so many bytes libsodium is faster.
    static let sodiumLimit = 64 << 10

    /// Checks that `key` is the one encoding of a point that is not of small order.
    static func check(key: [UInt8]) throws(CryptoError) {
        guard key.count == keyLength else { throw .ed25519Length(found: key.count) }
        guard isCanonical(key), !isOfSmallOrder(key[...]) else { throw .ed25519Point }
    }

    static func isValid(
        _ signature: [UInt8],
        over message: UnsafeRawBufferPointer,
        by key: [UInt8]
    ) -> Bool {
        guard signature.count == signatureLength, key.count == keyLength else { return false }
        return message.count <= sodiumLimit
            ? unsafe isValidBySodium(signature, over: message, by: key)
            : unsafe isValidByLibCrypto(signature, over: message, by: key)
    }

    static func isValidBySodium(
        _ signature: [UInt8],
        over message: UnsafeRawBufferPointer,
        by key: [UInt8]
    ) -> Bool {
        let bytes = unsafe message.assumingMemoryBound(to: UInt8.self).baseAddress
        let count = UInt64(message.count)
        return unsafe crypto_sign_verify_detached(signature, bytes, count, key) == 0
    }

    static func isValidByLibCrypto(
        _ signature: [UInt8],
        over message: UnsafeRawBufferPointer,
        by key: [UInt8]
    ) -> Bool {
        guard !isOfSmallOrder(signature.prefix(keyLength)), isCanonical(key),
            !isOfSmallOrder(key[...]), let handle = try? EVPKey(.ed25519(raw: key))
        else { return false }
        return unsafe LibCrypto.isValid(signature, over: message, by: handle)
    }

    /// Whether the y coordinate is less than the prime, 2^255 - 19.
    private static func isCanonical(_ point: [UInt8]) -> Bool {
        point[0] < 0xED || point[31] & 0x7F != 0x7F || point[1..<31].contains { $0 != 0xFF }
    }

    /// Whether adding the point to itself eight times gives the neutral element, in whichever
    /// of its encodings; the sign of x does not matter.
    private static func isOfSmallOrder(_ point: ArraySlice<UInt8>) -> Bool {
        smallOrder.contains { known in
            let sameTail = point.last.map { $0 & 0x7F } == known.last
            return sameTail && point.dropLast().elementsEqual(known.dropLast())
        }
    }

    /// The y coordinates of points of small order: 0 and 1, the two of order 8, p - 1, and the
    /// second encodings p and p + 1 of the first ones.
    private static let smallOrder: [[UInt8]] = {
        let zeros = [UInt8](repeating: 0, count: 31)
        let ones = [UInt8](repeating: 0xFF, count: 30) + [0x7F]
        let orderEight = [
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ]
        return [[0] + zeros, [1] + zeros, [0xEC] + ones, [0xED] + ones, [0xEE] + ones]
            + orderEight.compactMap(Hex.decode)
    }()
}
