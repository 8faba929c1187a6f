import TUFCore
import Testing

@Suite("Names of roles and repositories, versions and ids")
struct NameTests {
    @Test(
        "role names that are names",
        arguments: [
            "root", "targets", "snapshot", "timestamp", "targets/releases", "targets/a-b/c_1",
        ]
    )
    func goodRole(name: String) throws {
        #expect(try RoleName(notary: name).name == name)
    }

    @Test(
        "role names that are none",
        arguments: [
            "", "Root", "mirrors", "targets/", "targets//a", "targets/../a", "targets/./a",
            "/targets",
            "targets/A", "targets/a b", "targets/ä", "targets\\a", "targets/a/", "targetsx/a",
            "targets/" + String(repeating: "a", count: 248),
        ]
    )
    func badRole(name: String) {
        #expect(throws: FormatError.roleName(name)) { try RoleName(notary: name) }
    }

    @Test("a delegation knows its parent, and sorts after it")
    func parents() throws {
        let deep = try RoleName("targets/a/b")
        #expect(deep.parent?.name == "targets/a")
        #expect(deep.ancestors.map(\.name) == ["targets", "targets/a"])
        #expect(RoleName.targets.parent == nil)
        #expect(try RoleName("targets/z") < deep)
    }

    @Test(
        "a repository's name has 1 to 255 bytes and neither * nor control characters",
        arguments: ["", "a*", "a\u{0}b", "a\nb", String(repeating: "a", count: 256)]
    )
    func badGUN(name: String) throws {
        #expect(throws: FormatError.gun(name)) { try GUN(name) }
        #expect(try GUN(String(repeating: "a", count: 255)).name.utf8.count == 255)
    }

    @Test("names that look alike are different names")
    func binaryGUN() throws {
        #expect(try GUN("caf\u{E9}") != GUN("cafe\u{301}"))
        #expect(try GUN("SMALL") != GUN("small"))
        #expect(try GUN("small") == GUN("small"))
    }

    @Test("a version is at least one")
    func versions() throws {
        #expect(throws: FormatError.versionBelowOne(0)) { try MetadataVersion(0) }
        #expect(try MetadataVersion(1).next.number == 2)
        #expect(try MetadataVersion(Int.max).next.number == Int.max)
    }

    @Test("a key id has 64 hexadecimal digits")
    func keyIDs() throws {
        let digits = String(repeating: "aB", count: 32)
        #expect(try KeyID(digits).hex == digits.lowercased())
        #expect(throws: FormatError.keyID("abc")) { try KeyID("abc") }
    }
}
