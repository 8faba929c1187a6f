private import COpenSSL

extension LibCrypto {
    /// How a digest becomes a number of the size of an RSA key.
    enum Padding {
        case pkcs1v15
        case pss(SaltLength)
    }

    /// Checks an Ed25519 signature.
    static func isValid(
        _ signature: [UInt8],
        over message: UnsafeRawBufferPointer,
        by key: EVPKey
    ) -> Bool {
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        // libcrypto takes no null pointer for an empty message.
        let bytes = unsafe message.assumingMemoryBound(to: UInt8.self).baseAddress
        let isValid =
            unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key.pointer) == 1
            && EVP_DigestVerify(context, signature, signature.count, bytes, message.count) == 1
        if !isValid { ERR_clear_error() }
        return isValid
    }

    /// Checks a signature over a message that was hashed before; `padding` is for RSA alone.
    static func isValid(
        _ signature: [UInt8],
        over digest: Digest,
        by key: EVPKey,
        padding: Padding?
    ) -> Bool {
        let context = unsafe EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil)
        defer { unsafe EVP_PKEY_CTX_free(context) }
        let (hash, size) = (digest.bytes, digest.bytes.count)
        let isValid =
            unsafe EVP_PKEY_verify_init(context) == 1
            && usePadding(padding, digest.algorithm, context)
            && EVP_PKEY_verify(context, signature, signature.count, hash, size) == 1
        if !isValid { ERR_clear_error() }
        return isValid
    }

    static func signature(
        over message: [UInt8],
        by key: EVPKey,
        hash: HashAlgorithm?,
        salt: SaltLength? = nil
    ) throws(CryptoError) -> [UInt8] {
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        let function = unsafe hash.flatMap { unsafe digestFunction($0) }
        var parameters: OpaquePointer?
        var length = 0
        guard
            unsafe EVP_DigestSignInit(context, &parameters, function, nil, key.pointer) == 1,
            unsafe usePSS(salt.map { _ in .digestLength }, parameters),
            unsafe EVP_DigestSign(context, nil, &length, message, message.count) == 1
        else { throw .library(takeError()) }
        var signature = [UInt8](repeating: 0, count: length)
        guard unsafe EVP_DigestSign(context, &signature, &length, message, message.count) == 1
        else { throw .library(takeError()) }
        return Array(signature.prefix(length))
    }

    /// Sets the padding and, which it depends on, the hash function.
    private static func usePadding(
        _ padding: Padding?,
        _ algorithm: HashAlgorithm,
        _ context: OpaquePointer?
    ) -> Bool {
        guard let padding else { return true }
        let salt: SaltLength? = if case .pss(let salt) = padding { salt } else { nil }
        return unsafe usePSS(salt, context)
            && EVP_PKEY_CTX_set_signature_md(context, digestFunction(algorithm)) == 1
    }

    /// Sets PSS padding; the hash of MGF1 is that of the message unless one says otherwise.
    private static func usePSS(_ salt: SaltLength?, _ parameters: OpaquePointer?) -> Bool {
        guard let salt else { return true }
        let length = salt == .any ? RSA_PSS_SALTLEN_AUTO : RSA_PSS_SALTLEN_DIGEST
        return unsafe EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1
            && EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, length) == 1
    }
}
