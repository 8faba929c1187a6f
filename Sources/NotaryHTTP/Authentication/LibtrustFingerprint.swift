import TUFCore

/// The identifier that Docker's libtrust gives a key: what token servers write into `kid`.
enum LibtrustFingerprint {
    /// `ABCD:EFGH:…`, twelve groups: the first 240 bits of the SHA-256 digest, in Base32.
    static func of(_ key: PublicKey) -> String {
        let digest = HashAlgorithm.sha256.digest(of: key.subjectPublicKeyInfo)
        let digits = base32(digest.bytes.prefix(30))
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(decoding: digits[$0..<$0 + 4], as: UTF8.self) }
            .joined(separator: ":")
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Five bits a digit (RFC 4648 section 6), for bytes that make whole groups.
    private static func base32(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var digits: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                digits.append(alphabet[bits >> count & 31])
            }
        }
        return digits
    }
}
