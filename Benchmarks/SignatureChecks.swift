import TUFCore
import Testing

/// What one signature check costs, with a key seen before and with one that is not.
@Suite(.serialized) struct SignatureChecks {
    /// A key and how it signs.
    private struct Subject {
        let name: String
        let key: PrivateKey
        let scheme: SignatureScheme
    }

    @Test("microseconds for each signature check, of 512 bytes")
    func microseconds() throws {
        var table = ResultTable(
            "Signature checks, 512 bytes, in µs (floor: the C library, with its key at hand)",
            columns: ["algorithm", "cold key", "warm key", "floor", "warm/floor"]
        )
        let message = [UInt8](repeating: 0x2E, count: 512)
        for subject in try subjects() {
            let signature = try subject.key.signature(scheme: subject.scheme, over: message)
            let key = subject.key.publicKey
            let encoded = key.subjectPublicKeyInfo
            let cold = try Measurement.seconds(calls: 200) {
                let fresh = try PublicKey(subjectPublicKeyInfo: encoded)
                try check(fresh.isValidSignature(signature, scheme: subject.scheme, over: message))
            }
            let warm = try Measurement.seconds(calls: 200) {
                try check(key.isValidSignature(signature, scheme: subject.scheme, over: message))
            }
            let floor = try floor(of: key, signature, subject.scheme, over: message)
            table.add(
                subject.name,
                ResultTable.number(cold * 1e6),
                ResultTable.number(warm * 1e6),
                ResultTable.number(floor * 1e6),
                ResultTable.number(warm / floor, digits: 2)
            )
        }
        table.show()
    }

    private func floor(
        of key: PublicKey,
        _ signature: [UInt8],
        _ scheme: SignatureScheme,
        over message: [UInt8]
    ) throws -> Double {
        if let raw = key.rawEd25519 {
            return try Measurement.seconds(calls: 200) {
                try check(RawLibrary.isValidEd25519(signature, over: message, by: raw))
            }
        }
        let handle = RawLibrary.Key(subjectPublicKeyInfo: key.subjectPublicKeyInfo)
        let hash = key.algorithm == .ecdsaP384 ? RawLibrary.sha384 : RawLibrary.sha256
        let isPSS = scheme == .rsaPSS(.sha256, .digestLength)
        return try Measurement.seconds(calls: 200) {
            try check(
                unsafe RawLibrary.isValid(
                    signature,
                    over: message,
                    by: handle,
                    hash: hash.pointer,
                    isPSS: isPSS
                )
            )
        }
    }

    /// A check that fails would be faster, so it must not go unnoticed.
    private func check(_ isValid: Bool) throws {
        if !isValid { throw CryptoError.library("a signature is not valid") }
    }

    private func subjects() throws -> [Subject] {
        let p256 = try KeyGenerator().generate(.ecdsa)
        let rsa = try PrivateKey(pkcs8: try #require(Base64.decode(BenchmarkKeys.rsa2048)))
        let p384 = try PrivateKey(pkcs8: try #require(Base64.decode(BenchmarkKeys.p384)))
        return [
            Subject(
                name: "ed25519",
                key: try KeyGenerator().generate(.ed25519),
                scheme: .ed25519
            ),
            Subject(name: "ECDSA P-256", key: p256, scheme: .ecdsa(.sha256, .der)),
            Subject(name: "ECDSA P-384", key: p384, scheme: .ecdsa(.sha384, .der)),
            Subject(name: "RSA-2048 PSS", key: rsa, scheme: .rsaPSS(.sha256, .digestLength)),
            Subject(name: "RSA-2048 PKCS#1", key: rsa, scheme: .rsaPKCS1v15(.sha256)),
        ]
    }
}
