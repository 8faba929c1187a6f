import TUFCore

/// The protected header of an encrypted key: PBES2-HS256+A128KW around A256GCM, which is what
/// notary-signer writes into its rows and all that it reads.
struct JWEHeader: Hashable, Sendable {
    static let keyAlgorithm = "PBES2-HS256+A128KW"
    static let contentAlgorithm = "A256GCM"
    /// The least is RFC 7518's (4.8.1.2); the most takes about a third of a second here.
    static let allowedRounds = 1_000...1_000_000
    /// RFC 7518 4.8.1.1.
    static let minimumSaltLength = 8

    /// The salt input `p2s`.
    let salt: [UInt8]
    /// The count `p2c`.
    let rounds: Int

    init(salt: [UInt8], rounds: Int) throws(EncryptionError) {
        guard salt.count >= Self.minimumSaltLength else {
            throw .notCompactJWE("`p2s` is shorter than \(Self.minimumSaltLength) bytes")
        }
        guard Self.allowedRounds.contains(rounds) else {
            throw .rounds(found: rounds, allowed: Self.allowedRounds)
        }
        self.salt = salt
        self.rounds = rounds
    }

    init(parsing bytes: [UInt8]) throws(EncryptionError) {
        let document: JSONDocument
        do {
            let limits = JSONLimits(maximumBytes: 4096, maximumDepth: 4)
            document = try JSONDocument(parsing: bytes, limits: limits)
        } catch {
            throw .notCompactJWE("the header: \(error)")
        }
        let header = document.root
        try Self.expect(Self.keyAlgorithm, of: "alg", in: header)
        try Self.expect(Self.contentAlgorithm, of: "enc", in: header)
        for extensionMember in ["crit", "zip"] where header[extensionMember] != nil {
            throw .unsupported(member: extensionMember, found: "present")
        }
        guard let salt = header["p2s"]?.string.flatMap({ Base64URL.decode($0[...]) }),
            let rounds = header["p2c"]?.integer
        else { throw .notCompactJWE("the header lacks `p2s` or `p2c`") }
        try self.init(salt: salt, rounds: rounds)
    }

    /// The header's JSON, members in the order notary-signer writes them.
    var bytes: [UInt8] {
        JSON.object([
            JSON.Member(name: "alg", value: .string(Self.keyAlgorithm)),
            JSON.Member(name: "enc", value: .string(Self.contentAlgorithm)),
            JSON.Member(name: "p2c", value: .integer(rounds)),
            JSON.Member(name: "p2s", value: .string(Base64URL.encode(salt))),
        ])
        .serialized()
    }

    /// The salt of PBKDF2: the algorithm's name, a zero byte, and `p2s` (RFC 7518 4.8.1.1).
    var derivationSalt: [UInt8] { Array(Self.keyAlgorithm.utf8) + [0] + salt }

    private static func expect(
        _ value: String,
        of member: String,
        in header: JSONValue
    ) throws(EncryptionError) {
        let found = header[member]?.string
        guard found == value else { throw .unsupported(member: member, found: found ?? "absent") }
    }
}
