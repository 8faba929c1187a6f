import Testing

@testable import TUFCore

/// Hexadecimal, Base64 and PEM text.
@Suite struct EncodingTests {
    @Test("bytes come back from hexadecimal digits of either case")
    func hex() {
        let bytes = [UInt8](0...255)
        #expect(Hex.encode(bytes).hasPrefix("000102"))
        #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        #expect(Hex.decode(Hex.encode(bytes).uppercased()) == bytes)
        #expect(Hex.decode("") == [])
    }

    @Test(
        "what is not pairs of digits is refused",
        arguments: ["0", "0g", "0x00", " 00", "é", "0０"]
    )
    func wrongHex(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test(
        "Base64 is that of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ]
    )
    func base64(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test("all byte values come back, and line breaks are passed over")
    func base64OfAll() {
        let bytes = [UInt8](0...255)
        let text = Base64.encode(bytes)
        #expect(Base64.decode(text) == bytes)
        #expect(Base64.decode("\r\n" + text.prefix(5) + "\n" + text.dropFirst(5) + "\n") == bytes)
    }

    @Test(
        "Base64 of another alphabet, length or padding is refused",
        arguments: [
            "Zg", "Zg=", "Zg===", "Z===", "Z", "====", "Zm9v=", "Zh==", "Zm9=", "Zg==Zg==", "=Zg=",
            "Zm9v Zm9v", "Zm-v", "Zm_v", "Zm9v\t", "Zm9vé", "Z=g=",
        ]
    )
    func wrongBase64(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test("a PEM block comes back with its headers")
    func pem() throws {
        let block = PEMBlock(label: "A KEY", headers: ["role: x"], bytes: [UInt8](0...99))
        #expect(try PEMBlock.blocks(in: "before\n" + block.text + "after") == [block])
        let plain = PEMBlock(label: "B", bytes: [1])
        let windows = plain.text.replacing("\n", with: "\r\n")
        #expect(try PEMBlock.blocks(in: windows + block.text) == [plain, block])
        #expect(plain.text == "-----BEGIN B-----\nAQ==\n-----END B-----\n")
    }

    @Test(
        "a PEM block that does not end or is not Base64 is refused",
        arguments: [
            "-----BEGIN A-----\nAQ==\n", "-----BEGIN A-----\nAQ==\n-----END B-----\n",
            "-----BEGIN A-----\nAQ=\n-----END A-----\n", "-----BEGIN A-----\n-----END A-----\n",
            "-----BEGIN A-----\nAQ==\n-----BEGIN A-----\nAQ==\n-----END A-----\n",
        ]
    )
    func wrongPEM(text: String) {
        #expect(throws: CryptoError.self) { try PEMBlock.blocks(in: text) }
    }
}
