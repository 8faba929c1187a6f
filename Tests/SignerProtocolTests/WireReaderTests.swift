import SignerProtocol
import Testing

@Suite("Reading protobuf")
struct WireReaderTests {
    @Test(
        "what is no message is refused",
        arguments: [
            ("0a05616263", WireError.truncated),
            ("0aff", .truncated),
            ("08", .truncated),
            ("80808080", .truncated),
            ("09010203", .truncated),
            ("0d0102", .truncated),
            ("0affffffffffffffffff01", .truncated),
            ("00", .fieldNumber(0)),
            ("04", .fieldNumber(0)),
            ("8080808010", .fieldNumber(1 << 29)),
            ("ffffffffffffffffff01", .fieldNumber(UInt64.max >> 3)),
            ("0880808080808080808002", .numberTooLarge),
            ("088080808080808080808000", .numberTooLarge),
            ("0b", .wireType(3)),
            ("0c", .wireType(4)),
            ("0e", .wireType(6)),
            ("0f", .wireType(7)),
            ("0a0261ff", .notUTF8(field: 1)),
        ]
    )
    func refused(hex: String, error: WireError) {
        #expect(throws: error) {
            try CreateKeyRequest(serialized: Hexadecimal.bytes(hex))
        }
    }

    @Test("a message cut off anywhere is refused or is a shorter message, and never a crash")
    func cutOff() throws {
        let whole = CreatedKey(
            keyInfo: KeyInfo(id: "ab", algorithm: "ecdsa"),
            publicKey: Array(0..<200)
        )
        for count in 0..<whole.serialized.count {
            let cut = try? CreatedKey(serialized: Array(whole.serialized.prefix(count)))
            #expect(cut != whole)
        }
    }

    @Test("whatever bytes come are a message or an error, and a message is read as it is written")
    func anyBytes() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(below bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        // Small bytes are tags and lengths often enough for the reader to get far.
        for _ in 0..<50_000 {
            let bound: UInt64 = next(below: 2) == 0 ? 36 : 256
            let bytes = (0..<next(below: 64)).map { _ in UInt8(next(below: bound)) }
            guard let message = try? SignatureReply(serialized: bytes) else { continue }
            #expect((try? SignatureReply(serialized: message.serialized)) == message)
        }
    }

    @Test("the largest number there is")
    func largest() throws {
        var reader = WireReader(Hexadecimal.bytes("08ffffffffffffffffff01")[...])
        #expect(try reader.next() == WireField(number: 1, value: .number(.max)))
        #expect(try reader.next() == nil)
        var writer = WireWriter()
        writer.write(UInt64.max, field: 1)
        #expect(Hexadecimal.text(writer.bytes) == "08ffffffffffffffffff01")
    }
}
