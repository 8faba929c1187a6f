import SignerProtocol
import Testing

/// The bytes were written by Google's protobuf for Python from `proto/signer.proto`.
@Suite("The messages of the signer's protocol")
struct SignerMessageTests {
    private static let one = String(repeating: "ab", count: 32)
    private static let two = String(repeating: "cd", count: 32)
    private static let oneDigits = String(repeating: "6162", count: 32)
    private static let twoDigits = String(repeating: "6364", count: 32)

    /// The message is written as these bytes, and read back from them.
    private func check<Message: WireMessage>(_ message: Message, _ hex: String) throws {
        #expect(Hexadecimal.text(message.serialized) == hex)
        #expect(try Message(serialized: Hexadecimal.bytes(hex)) == message)
    }

    @Test("requests for a key")
    func createKey() throws {
        try check(
            CreateKeyRequest(
                algorithm: "ecdsa",
                gun: "docker.io/library/nginx",
                role: "timestamp"
            ),
            "0a0565636473611217646f636b65722e696f2f6c6962726172792f6e67696e78"
                + "1a0974696d657374616d70"
        )
        try check(
            CreateKeyRequest(algorithm: "ed25519", gun: "läb/ü", role: "snapshot"),
            "0a076564323535313912076cc3a4622fc3bc1a08736e617073686f74"
        )
        try check(CreateKeyRequest(), "")
    }

    @Test("names of keys")
    func keys() throws {
        try check(KeyReference(id: Self.one), "0a40\(Self.oneDigits)")
        try check(KeyReference(), "")
    }

    @Test("keys that were made")
    func created() throws {
        try check(
            CreatedKey(
                keyInfo: KeyInfo(id: Self.one, algorithm: "ed25519"),
                publicKey: Array(0..<32)
            ),
            "0a4f0a420a40\(Self.oneDigits)12090a0765643235353139"
                + "1220000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
        )
    }

    @Test("descriptions of keys")
    func described() throws {
        try check(
            KeyDescription(
                keyInfo: KeyInfo(id: Self.two, algorithm: "ecdsa"),
                publicKey: [0x30, 0x59],
                role: "timestamp"
            ),
            "0a4d0a420a40\(Self.twoDigits)12070a056563647361120230591a0974696d657374616d70"
        )
    }

    @Test("requests for a signature, without a key and with an empty one too")
    func signatureRequests() throws {
        try check(
            SignatureRequest(
                keyID: KeyReference(id: "ab"),
                content: Array(repeating: UInt8(ascii: "x"), count: 200)
            ),
            "0a040a02616212c801" + String(repeating: "78", count: 200)
        )
        var withoutKey = SignatureRequest()
        withoutKey.content = [UInt8(ascii: "x")]
        try check(withoutKey, "120178")
        try check(SignatureRequest(keyID: KeyReference(), content: []), "0a00")
    }

    @Test("signatures")
    func signatures() throws {
        try check(
            SignatureReply(
                keyInfo: KeyInfo(id: "ab", algorithm: "ecdsa"),
                algorithm: AlgorithmName(name: "ecdsa"),
                content: [0xFF, 0x00, 0x80]
            ),
            "0a0f0a040a02616212070a05656364736112070a0565636473611a03ff0080"
        )
        try check(EmptyReply(), "")
    }

    @Test("health checks")
    func health() throws {
        try check(
            HealthRequest(service: HealthService.signer.rawValue),
            "0a1c677270632e6865616c74682e76312e4865616c74682e5369676e6572"
        )
        try check(HealthRequest(service: HealthService.overall.rawValue), "")
        try check(HealthReply(status: .serving), "0801")
        try check(HealthReply(status: .notServing), "0802")
        try check(HealthReply(status: .unknown), "")
        try check(HealthReply(status: .serviceUnknown), "0803")
        #expect(try HealthReply(serialized: [8, 99]).status == .unknown)
    }

    @Test("a message that comes in two parts is the sum of both, and of a text the last counts")
    func merged() throws {
        let bytes = Hexadecimal.bytes("0a060a040a0261620a0612040a0263641201ff120100")
        let expected = CreatedKey(keyInfo: KeyInfo(id: "ab", algorithm: "cd"), publicKey: [0])
        #expect(try CreatedKey(serialized: bytes) == expected)
    }

    @Test("fields that are unknown, or of another kind than they should be, are passed over")
    func unknownFields() throws {
        let unknown = "2201782805310102030405060708" + "3d01020304" + "f8ffffff0f01" + "0801"
        let bytes = Hexadecimal.bytes(unknown + "0a026162")
        #expect(try KeyReference(serialized: bytes) == KeyReference(id: "ab"))
        #expect(try KeyReference(serialized: bytes.dropLast(4)) == KeyReference())
    }
}
