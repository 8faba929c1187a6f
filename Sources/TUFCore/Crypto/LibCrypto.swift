private import COpenSSL

/// What the files of this folder share of libcrypto: hash functions fetched once, error texts.
enum LibCrypto {
    /// Said by the one check that stops the process: without SHA-2 nothing can be decided, and
    /// there is no digest that it would be safe to go on with.
    static let noHash = "libcrypto gives no SHA-2"

    /// Fetching a hash function costs as much as hashing half a kilobyte, so it is done once.
    @safe
    private struct FetchedDigest: @unchecked Sendable {
        let function: OpaquePointer?

        init(_ name: String) {
            unsafe function = EVP_MD_fetch(nil, name, nil)
        }
    }

    private static let sha256 = FetchedDigest("SHA2-256")
    private static let sha384 = FetchedDigest("SHA2-384")
    private static let sha512 = FetchedDigest("SHA2-512")

    static func digestFunction(_ algorithm: HashAlgorithm) -> OpaquePointer? {
        switch algorithm {
        case .sha256: unsafe sha256.function
        case .sha384: unsafe sha384.function
        case .sha512: unsafe sha512.function
        }
    }

    static func digest(
        of buffer: UnsafeRawBufferPointer,
        by algorithm: HashAlgorithm
    ) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: algorithm.digestLength) { output, count in
            let done = unsafe EVP_Digest(
                buffer.baseAddress,
                buffer.count,
                output.baseAddress,
                nil,
                digestFunction(algorithm),
                nil
            )
            precondition(done == 1, noHash)
            count = algorithm.digestLength
        }
    }

    /// The text of the newest error of this thread; the queue is empty afterwards.
    static func takeError() -> String {
        let code = ERR_peek_last_error()
        ERR_clear_error()
        guard code != 0, let reason = unsafe ERR_reason_error_string(code) else {
            return "no reason given"
        }
        return unsafe String(cString: reason)
    }
}
