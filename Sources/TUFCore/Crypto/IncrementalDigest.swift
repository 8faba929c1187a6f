private import COpenSSL

/// A digest of bytes that arrive in pieces.
@safe
public struct IncrementalDigest: ~Copyable {
    private let algorithm: HashAlgorithm
    private let context: OpaquePointer?

    /// Starts with no bytes.
    public init(_ algorithm: HashAlgorithm) {
        self.algorithm = algorithm
        unsafe context = EVP_MD_CTX_new()
        let started = unsafe EVP_DigestInit_ex(context, LibCrypto.digestFunction(algorithm), nil)
        precondition(started == 1, LibCrypto.noHash)
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Takes in more bytes.
    public mutating func update(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe update($0) }
    }

    /// Takes in more bytes, where they lie.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let taken = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(taken == 1, LibCrypto.noHash)
    }

    /// The digest of all bytes taken in.
    public consuming func finalize() -> Digest {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: algorithm.digestLength) {
            output,
            count in
            let done = unsafe EVP_DigestFinal_ex(context, output.baseAddress, nil)
            precondition(done == 1, LibCrypto.noHash)
            count = algorithm.digestLength
        }
        return Digest(algorithm: algorithm, checked: bytes)
    }
}
