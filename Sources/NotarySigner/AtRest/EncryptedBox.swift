import Crypto
import CryptoExtras
import Foundation
import TUFCore

/// A private key sealed with a passphrase, as the compact JWE text of notary-signer's rows.
///
/// RFC 7516 with PBES2 key wrapping (RFC 7518 4.8) and AES-256-GCM (RFC 7518 5.3).
enum EncryptedBox {
    /// What new keys are sealed with; notary-signer itself writes 8192.
    static let rounds = 100_000

    static func seal(
        _ plaintext: [UInt8],
        passphrase: [UInt8],
        rounds: Int = rounds
    ) throws(EncryptionError) -> String {
        let header = try JWEHeader(salt: randomBytes(count: 12), rounds: rounds)
        let protected = Base64URL.encode(header.bytes)
        let contentKey = SymmetricKey(size: .bits256)
        do {
            let wrapped = try AES.KeyWrap.wrap(
                contentKey,
                using: derivedKey(from: passphrase, header: header)
            )
            let sealed = try AES.GCM.seal(
                plaintext,
                using: contentKey,
                authenticating: Array(protected.utf8)
            )
            let parts = [wrapped, Data(sealed.nonce), sealed.ciphertext, sealed.tag]
            return ([protected] + parts.map { Base64URL.encode([UInt8]($0)) })
                .joined(separator: ".")
        } catch {
            throw .failed("\(error)")
        }
    }

    static func open(
        _ text: String,
        passphrase: [UInt8]
    ) throws(EncryptionError) -> [UInt8] {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 5 else { throw .notCompactJWE("\(parts.count) parts instead of 5") }
        var decoded: [[UInt8]] = []
        for part in parts {
            guard let bytes = Base64URL.decode(part) else {
                throw .notCompactJWE("a part is not base64url")
            }
            decoded.append(bytes)
        }
        let header = try JWEHeader(parsing: decoded[0])
        guard decoded[2].count == 12, decoded[4].count == 16 else {
            throw .notCompactJWE("the nonce or the tag has a wrong length")
        }
        do {
            let contentKey = try AES.KeyWrap.unwrap(
                decoded[1],
                using: derivedKey(from: passphrase, header: header)
            )
            let box = try AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: decoded[2]),
                ciphertext: decoded[3],
                tag: decoded[4]
            )
            return [UInt8](
                try AES.GCM.open(box, using: contentKey, authenticating: Array(parts[0].utf8))
            )
        } catch {
            throw .doesNotOpen
        }
    }

    /// Random bytes of the system, fit for keys.
    static func randomBytes(count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    private static func derivedKey(
        from passphrase: [UInt8],
        header: JWEHeader
    ) throws -> SymmetricKey {
        try KDF.Insecure.PBKDF2.deriveKey(
            from: passphrase,
            salt: header.derivationSalt,
            using: .sha256,
            outputByteCount: 16,
            unsafeUncheckedRounds: header.rounds
        )
    }
}
