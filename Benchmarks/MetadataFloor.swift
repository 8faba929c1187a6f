import TUFCore

/// What the C libraries alone need for one metadata file.
enum MetadataFloor {
    /// A signature to check over bytes.
    struct Check {
        let key: PublicKey
        let signature: [UInt8]
        let message: [UInt8]
        /// As the C library takes the signature: DER for ECDSA.
        let handle: RawLibrary.Key

        init(key: PublicKey, signature: [UInt8], message: [UInt8]) {
            self.key = key
            self.signature = signature
            self.message = message
            handle = RawLibrary.Key(subjectPublicKeyInfo: key.subjectPublicKeyInfo)
        }
    }

    /// Seconds for a signature check over a message, hashing included.
    static func seconds(_ check: Check, calls: Int) throws -> Double {
        let hash = check.key.rawEd25519 == nil ? RawLibrary.sha256 : nil
        let byLibCrypto = try Measurement.seconds(calls: calls) {
            let isValid = unsafe RawLibrary.isValid(
                check.signature,
                over: check.message,
                by: check.handle,
                hash: hash?.pointer,
                isPSS: false
            )
            if !isValid { throw CryptoError.library("a floor's signature is not valid") }
        }
        guard let raw = check.key.rawEd25519 else { return byLibCrypto }
        let bySodium = try Measurement.seconds(calls: calls) {
            let isValid = RawLibrary.isValidEd25519(check.signature, over: check.message, by: raw)
            if !isValid { throw CryptoError.library("a floor's signature is not valid") }
        }
        return min(byLibCrypto, bySodium)
    }

    /// Seconds for hashing a file by each algorithm that lists it.
    static func seconds(hashing bytes: [UInt8], by hashes: Hashes, calls: Int) -> Double {
        hashes.digests
            .map { listed in
                Measurement.seconds(calls: calls) { _ = listed.algorithm.digest(of: bytes) }
            }
            .reduce(0, +)
    }

    /// The `signed` of a file, in canonical form.
    static func message(of file: [UInt8]) throws -> [UInt8] {
        let document = try JSONDocument(parsing: file, limits: .untrustedMetadata)
        return try document.root["signed"]?.canonicalBytes() ?? []
    }

    /// The first signature of a TUF 1.0 file.
    static func check(of file: [UInt8], by key: TUFKey) throws -> Check {
        let document = try JSONDocument(parsing: file, limits: .untrustedMetadata)
        let first = document.root["signatures"]?.elements.first { _ in true }
        return Check(
            key: key.privateKey.publicKey,
            signature: Hex.decode(first?["sig"]?.string ?? "") ?? [],
            message: try message(of: file)
        )
    }
}
