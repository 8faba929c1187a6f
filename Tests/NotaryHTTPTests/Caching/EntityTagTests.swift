import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Entity tags")
struct EntityTagTests {
    private static let digest = HashAlgorithm.sha256.digest(of: Array("file".utf8))
    private static let tag = EntityTag(digest)

    @Test("a tag is the digest in quotation marks")
    func text() {
        #expect(Self.tag.text == "\"\(Self.digest.hex)\"")
    }

    @Test(
        "a tag is found in a list, weak or strong",
        arguments: [
            "TAG", "W/TAG", "\"a\", TAG", "\"a\",W/TAG,\"b\"", " , TAG", "\"with, comma\", TAG",
        ]
    )
    func found(list: String) {
        let list = list.replacing("TAG", with: Self.tag.text)
        #expect(EntityTag.list(list).contains(Self.tag))
    }

    @Test(
        "what is not a list of tags matches nothing from the fault on",
        arguments: ["", "HEX", "\"HEX", "x TAG", "w/TAG", "\"\"HEX\"", "\"a\" x, TAG", "TAG2"]
    )
    func notFound(list: String) {
        let list = list.replacing("TAG2", with: "\"\(Self.digest.hex)2\"")
            .replacing("TAG", with: Self.tag.text)
            .replacing("HEX", with: Self.digest.hex)
        #expect(!EntityTag.list(list).contains(Self.tag))
    }
}
