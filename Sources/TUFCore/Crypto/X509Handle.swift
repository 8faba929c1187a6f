private import COpenSSL

/// A certificate of libcrypto, owned; threads may share it for reading.
@safe
final class X509Handle: @unchecked Sendable {
    /// What a certificate is parsed for.
    enum Use {
        /// To read what it says: libcrypto does not decode its key, which costs more than all else.
        case reading
        /// To verify signatures with its key.
        case verifying
    }

    /// A context without providers: there libcrypto finds nothing that could decode a key.
    @safe
    private struct EmptyContext: @unchecked Sendable {
        let pointer: OpaquePointer?

        init() {
            unsafe pointer = OSSL_LIB_CTX_new()
            // Without any provider loaded by name the default one would be.
            if let pointer = unsafe pointer { _ = unsafe OSSL_PROVIDER_load(pointer, "null") }
        }
    }

    private static let empty = EmptyContext()

    let pointer: OpaquePointer

    init(der: [UInt8], for use: Use) throws(CryptoError) {
        var left = 0
        let parsed = unsafe der.withUnsafeBufferPointer { buffer in
            var position = buffer.baseAddress
            var certificate = unsafe Self.make(for: use)
            // What it is given it frees when it fails.
            guard unsafe d2i_X509(&certificate, &position, buffer.count) != nil else {
                return unsafe nil as OpaquePointer?
            }
            if let start = buffer.baseAddress, let end = unsafe position {
                left = unsafe buffer.count - (end - start)
            }
            return unsafe certificate
        }
        guard let parsed = unsafe parsed else {
            throw .malformedCertificate(LibCrypto.takeError())
        }
        unsafe pointer = unsafe parsed
        guard left == 0 else { throw .trailingBytes(left) }
    }

    private static func make(for use: Use) -> OpaquePointer? {
        switch use {
        case .reading: unsafe X509_new_ex(empty.pointer, nil)
        case .verifying: unsafe X509_new()
        }
    }

    deinit {
        unsafe X509_free(pointer)
    }

    var commonName: String? {
        let name = unsafe X509_get_subject_name(pointer)
        var last: Int32 = -1
        while case let next = unsafe X509_NAME_get_index_by_NID(name, NID_commonName, last),
            next >= 0
        {
            last = next
        }
        guard last >= 0 else { return nil }
        let value = unsafe X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last))
        var text: UnsafeMutablePointer<UInt8>?
        let count = unsafe ASN1_STRING_to_UTF8(&text, value)
        guard count >= 0, let start = unsafe text else { return nil }
        defer { unsafe CRYPTO_free(start, nil, 0) }
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: Int(count)),
            as: UTF8.self
        )
    }

    var notBefore: UTCTime? { unsafe Self.time(X509_get0_notBefore(pointer)) }
    var notAfter: UTCTime? { unsafe Self.time(X509_get0_notAfter(pointer)) }

    private static func time(_ time: UnsafePointer<ASN1_TIME>?) -> UTCTime? {
        let start = unsafe ASN1_TIME_set(nil, 0)
        defer { unsafe ASN1_STRING_free(start) }
        var days: Int32 = 0
        var seconds: Int32 = 0
        guard let time = unsafe time, unsafe ASN1_TIME_diff(&days, &seconds, start, time) == 1
        else { return nil }
        return UTCTime(seconds: Int(days) * 86_400 + Int(seconds))
    }

    /// Whether its basic constraints say that it is an authority; `nil` when they cannot be read.
    var isAuthority: Bool? {
        var state: Int32 = 0
        let found = unsafe X509_get_ext_d2i(pointer, NID_basic_constraints, &state, nil)
        guard let constraints = unsafe found?.assumingMemoryBound(to: BASIC_CONSTRAINTS.self)
        else {
            ERR_clear_error()
            return state == -1 ? false : nil
        }
        defer { unsafe BASIC_CONSTRAINTS_free(constraints) }
        return unsafe constraints.pointee.ca != 0
    }

    var isSignedWithSHA1: Bool {
        var hash: Int32 = 0
        let known = unsafe OBJ_find_sigid_algs(X509_get_signature_nid(pointer), &hash, nil)
        return known == 1 && hash == NID_sha1
    }

    var subjectPublicKeyInfo: [UInt8] {
        let key = unsafe X509_get_X509_PUBKEY(pointer)
        return unsafe LibCrypto.encoded { unsafe i2d_X509_PUBKEY(key, $0) }
    }

    var keyBits: Int {
        guard let key = unsafe X509_get0_pubkey(pointer) else {
            ERR_clear_error()
            return 0
        }
        return unsafe Int(EVP_PKEY_get_bits(key))
    }

    /// Whether there is no extended key usage, or it names TLS servers or every use.
    var allowsServerAuthentication: Bool { unsafe Self.allowsServerAuthentication(pointer) }

    static func allowsServerAuthentication(_ certificate: OpaquePointer) -> Bool {
        let usage = unsafe X509_get_extended_key_usage(certificate)
        return usage == UInt32.max || usage & UInt32(XKU_SSL_SERVER | XKU_ANYEKU) != 0
    }
}
