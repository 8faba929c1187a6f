import Testing

@testable import TUFCore

/// SHA-2, in one go and in pieces.
@Suite struct DigestTests {
    private static let known: [(HashAlgorithm, String, String)] = [
        (.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            .sha384, "abc",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                + "8086072ba1e7cc2358baeca134c825a7"
        ),
        (
            .sha512, "abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
    ]

    @Test("digests are those of FIPS 180-4, however the bytes come", arguments: known)
    func digests(algorithm: HashAlgorithm, text: String, hex: String) {
        let bytes = Array(text.utf8)
        #expect(algorithm.digest(of: bytes).hex == hex)
        var incremental = IncrementalDigest(algorithm)
        for byte in bytes { incremental.update([byte]) }
        incremental.update([])
        let digest = incremental.finalize()
        #expect(digest.hex == hex)
        #expect(digest.description == "\(algorithm.rawValue):\(hex)")
    }

    @Test("a digest has the length of its function", arguments: HashAlgorithm.allCases)
    func lengths(algorithm: HashAlgorithm) throws {
        let length = algorithm.digestLength
        let digest = algorithm.digest(of: [1])
        #expect(digest.bytes.count == length)
        #expect(try Digest(algorithm, bytes: digest.bytes) == digest)
        #expect(try Digest(algorithm, hex: digest.hex.uppercased()) == digest)
        for wrong in [0, length - 1, length + 1] {
            #expect(throws: CryptoError.digestLength(algorithm, found: wrong)) {
                try Digest(algorithm, bytes: [UInt8](repeating: 0, count: wrong))
            }
        }
        #expect(throws: CryptoError.notHex("x")) { try Digest(algorithm, hex: "x") }
    }
}
