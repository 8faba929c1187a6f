private import COpenSSL

/// A key of libcrypto, public or private, owned.
///
/// libcrypto lets threads share a key for reading; each operation has its own context.
@safe
final class EVPKey: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes over a key that libcrypto made; throws its error when there is none.
    init(owning pointer: OpaquePointer?) throws(CryptoError) {
        guard let pointer = unsafe pointer else { throw .malformedKey(LibCrypto.takeError()) }
        unsafe self.pointer = unsafe pointer
    }

    deinit {
        unsafe EVP_PKEY_free(pointer)
    }

    /// Makes a private key from the bytes that an Ed25519 key pair is made from.
    convenience init(ed25519Seed seed: [UInt8]) throws(CryptoError) {
        try unsafe self.init(
            owning: EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count)
        )
    }

    /// Makes a public key from its numbers, which is ten times as fast as from its encoding.
    convenience init(_ info: SubjectPublicKeyInfo) throws(CryptoError) {
        switch info {
        case .ed25519(let raw):
            try unsafe self.init(
                owning: EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, raw, raw.count)
            )
        case .elliptic(let curve, let point):
            try unsafe self.init(owning: Self.publicKey(at: point, on: curve))
        case .rsa(let modulus, let exponent):
            let parameters = [
                Parameter("n", OSSL_PARAM_UNSIGNED_INTEGER, modulus.inNativeOrder),
                Parameter("e", OSSL_PARAM_UNSIGNED_INTEGER, exponent.inNativeOrder),
            ]
            // EVP_PKEY_PUBLIC_KEY, a macro of or-ed parts that is not imported.
            try unsafe self.init(owning: Self.key("RSA", parameters, selection: 0x86))
        }
    }

    /// Takes a copy of a key that has a curve and no point, and gives it the point, which libcrypto
    /// checks to be on the curve: making the curve anew would take most of the time.
    private static func publicKey(at point: [UInt8], on curve: EllipticCurve) -> OpaquePointer? {
        guard let empty = emptyKeys[curve], let key = unsafe EVP_PKEY_dup(empty.pointer) else {
            return nil
        }
        if unsafe EVP_PKEY_set1_encoded_public_key(key, point, point.count) == 1 {
            return unsafe key
        }
        unsafe EVP_PKEY_free(key)
        return nil
    }

    private static let emptyKeys: [EllipticCurve: EVPKey] = {
        var keys: [EllipticCurve: EVPKey] = [:]
        for curve in EllipticCurve.allCases {
            let group = Parameter("group", OSSL_PARAM_UTF8_STRING, Array(curve.groupName.utf8))
            // EVP_PKEY_KEY_PARAMETERS, a macro of or-ed parts that is not imported.
            keys[curve] = try? unsafe EVPKey(owning: key("EC", [group], selection: 0x84))
        }
        return keys
    }()

    /// A named part of a key.
    private struct Parameter {
        let name: StaticString
        let type: Int32
        let bytes: [UInt8]

        init(_ name: StaticString, _ type: Int32, _ bytes: [UInt8]) {
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    private static func key(
        _ type: String,
        _ parts: [Parameter],
        selection: Int32
    ) -> OpaquePointer? {
        // libcrypto keeps pointers to the bytes, so all are in one array that stays; each ends
        // with a zero, as texts must.
        var arena: [UInt8] = []
        for part in parts { arena += part.bytes + [0] }
        return unsafe arena.withUnsafeMutableBytes { arena in
            var parameters: [OSSL_PARAM] = unsafe []
            var offset = 0
            for part in parts {
                unsafe parameters.append(
                    OSSL_PARAM(
                        key: UnsafeRawPointer(part.name.utf8Start)
                            .assumingMemoryBound(
                                to: CChar.self
                            ),
                        data_type: UInt32(part.type),
                        data: arena.baseAddress.map { unsafe $0 + offset },
                        data_size: part.bytes.count,
                        return_size: 0
                    )
                )
                offset += part.bytes.count + 1
            }
            unsafe parameters.append(OSSL_PARAM_construct_end())
            return unsafe key(type, &parameters, selection)
        }
    }

    private static func key(
        _ type: String,
        _ parameters: UnsafeMutablePointer<OSSL_PARAM>,
        _ selection: Int32
    ) -> OpaquePointer? {
        let context = unsafe EVP_PKEY_CTX_new_from_name(nil, type, nil)
        defer { unsafe EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard
            unsafe EVP_PKEY_fromdata_init(context) == 1,
            unsafe EVP_PKEY_fromdata(context, &key, selection, parameters) == 1
        else { return nil }
        return unsafe key
    }
}

extension [UInt8] {
    /// A big-endian number as this machine has it.
    fileprivate var inNativeOrder: [UInt8] { 1.littleEndian == 1 ? reversed() : self }
}
