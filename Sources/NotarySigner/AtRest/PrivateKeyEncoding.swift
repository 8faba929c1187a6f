import NotaryService
import TUFCore

/// Private keys as notary-signer writes them inside the encryption.
///
/// ECDSA: SEC 1 DER. Ed25519: 96 bytes: the public key, the seed, the public key again.
enum PrivateKeyEncoding {
    static func encode(_ key: PrivateKey, as algorithm: KeyAlgorithm) -> [UInt8]? {
        switch algorithm {
        case .ecdsa:
            return key.sec1
        case .ed25519:
            guard let seed = key.ed25519Seed, let publicBytes = key.publicKey.rawEd25519 else {
                return nil
            }
            return publicBytes + seed + publicBytes
        case .rsa:
            return nil
        }
    }

    static func decode(
        _ bytes: [UInt8],
        as algorithm: KeyAlgorithm
    ) throws(CryptoError) -> PrivateKey? {
        switch algorithm {
        case .ecdsa:
            return try PrivateKey(sec1: bytes)
        case .ed25519:
            guard bytes.count == 96 else { return nil }
            return try PrivateKey(ed25519Seed: Array(bytes[32..<64]))
        case .rsa:
            return nil
        }
    }
}
