import COpenSSL
import CSodium

/// Signature checks by the C libraries alone, on keys they hold already: the floor.
enum RawLibrary {
    /// A key as libcrypto reads it.
    @safe
    final class Key {
        let pointer: OpaquePointer?

        init(subjectPublicKeyInfo der: [UInt8]) {
            unsafe pointer = unsafe der.withUnsafeBufferPointer { buffer in
                var start = buffer.baseAddress
                return unsafe d2i_PUBKEY(nil, &start, buffer.count)
            }
        }

        deinit {
            unsafe EVP_PKEY_free(pointer)
        }
    }

    static func isValidEd25519(_ signature: [UInt8], over message: [UInt8], by raw: [UInt8]) -> Bool
    {
        unsafe crypto_sign_verify_detached(signature, message, UInt64(message.count), raw) == 0
    }

    static func isValid(
        _ signature: [UInt8],
        over message: [UInt8],
        by key: Key,
        hash: OpaquePointer?,
        isPSS: Bool
    ) -> Bool {
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        var parameters: OpaquePointer?
        guard unsafe EVP_DigestVerifyInit(context, &parameters, hash, nil, key.pointer) == 1 else {
            return false
        }
        if isPSS {
            _ = unsafe EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING)
            _ = unsafe EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST)
        }
        return unsafe EVP_DigestVerify(
            context,
            signature,
            signature.count,
            message,
            message.count
        ) == 1
    }

    /// The two numbers of an ECDSA signature, each of half the bytes, as libcrypto takes them.
    static func derSignature(of pair: [UInt8]) -> [UInt8] {
        func number(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
            let bare = Array(bytes.drop { $0 == 0 })
            let padded = (bare.first ?? 0x80) >= 0x80 ? [0] + bare : bare
            return [0x02, UInt8(padded.count)] + padded
        }
        let half = pair.count / 2
        let numbers = number(pair[..<half]) + number(pair[half...])
        return [0x30, UInt8(numbers.count)] + numbers
    }

    static let sha256 = FetchedHash("SHA2-256")
    static let sha384 = FetchedHash("SHA2-384")

    /// A hash function fetched once.
    @safe
    struct FetchedHash: @unchecked Sendable {
        let pointer: OpaquePointer?

        init(_ name: String) {
            unsafe pointer = EVP_MD_fetch(nil, name, nil)
        }
    }
}
