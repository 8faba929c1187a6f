private import COpenSSL

extension LibCrypto {
    /// Parses a whole structure with one of libcrypto's `d2i` functions.
    ///
    /// - Parameters:
    ///   - der: the structure.
    ///   - parser: is given the start, which it moves to the end of the structure, and the
    ///     number of bytes there are.
    /// - Returns: the key that the parser made.
    /// - Throws: ``CryptoError/malformedKey(_:)``, ``CryptoError/trailingBytes(_:)``.
    static func parse(
        _ der: [UInt8],
        _ parser: (inout UnsafePointer<UInt8>?, Int) -> OpaquePointer?
    ) throws(CryptoError) -> EVPKey {
        var left = 0
        let key = unsafe der.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            let key = unsafe parser(&position, buffer.count)
            if let start = buffer.baseAddress, let end = unsafe position {
                left = unsafe buffer.count - (end - start)
            }
            return unsafe key
        }
        let owned = try unsafe EVPKey(owning: key)
        guard left == 0 else { throw .trailingBytes(left) }
        return owned
    }

    /// The bytes that one of libcrypto's `i2d` functions writes; none when it fails.
    static func encoded(
        _ encoder: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> Int32
    ) -> [UInt8] {
        let count = Int(encoder(nil))
        guard count > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            var position = buffer.baseAddress
            written = max(0, Int(unsafe encoder(&position)))
        }
    }
}
