import RepositorySimulation
import TUFCore
import Testing

@Suite("Writing targets")
struct TargetsEditorTests {
    @Test("targets are added, replaced and removed", arguments: Editing.both)
    func targets(dialect: any MetadataDialect) async throws {
        let keys = try Editing.keys(in: dialect)
        var editor = TargetsEditor(in: dialect, expires: Editing.expires)
        try editor.add(TargetFile(describing: [1]), named: "a")
        try editor.add(TargetFile(describing: [2]), named: "b")
        try editor.add(TargetFile(describing: [3, 3], custom: ["c": 1]), named: "a")
        let first = try await editor.signed(by: keys.signing, keys: keys.keys)
        #expect(first.payload.version == .first)
        #expect(Set(first.payload.names) == ["a", "b"])
        let a = try #require(try first.payload.file(named: "a"))
        #expect(a.length == 2)
        #expect(a.custom == ["c": 1])
        #expect(a.hashes == Hashes(of: [3, 3], by: [.sha256]))

        editor = try TargetsEditor(editing: first, in: dialect, expires: Editing.later)
        try editor.removeTarget(named: "a")
        #expect(throws: EditError.noTarget("a")) { try editor.removeTarget(named: "a") }
        let second = try await editor.signed(by: keys.signing, keys: keys.keys)
        #expect(second.payload.version == MetadataVersion.first.next)
        #expect(second.payload.expires == Editing.later)
        #expect(second.payload.names == ["b"])
    }

    @Test("a file is not handed out when those who signed are not those who must")
    func wrongSigners() async throws {
        let keys = try RoleSigners.twoOfThree()
        let editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        for signers in [Array(keys.listed.prefix(1)), try RoleSigners.twoOfThree().listed] {
            let error = await #expect(throws: EditError.self) {
                try await editor.signed(by: signers, keys: keys.keys)
            }
            guard case .notVerified(.thresholdNotMet) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        await #expect(throws: EditError.signing(.noSigners)) {
            try await editor.signed(by: [], keys: keys.keys)
        }
    }

    @Test(
        "names that lead out of a folder are refused",
        arguments: ["", "/a", "a/", "a//b", "../a", "a/../b", "./a", ".."]
    )
    func badName(name: String) throws {
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        #expect(throws: EditError.targetName(name)) {
            try editor.add(TargetFile(describing: []), named: name)
        }
    }

    @Test("a name with a control character is refused in the Notary dialect, and fine in TUF 1.0")
    func controlCharacter() async throws {
        let file = TargetFile(describing: [])
        var notary = TargetsEditor(in: .notary, expires: Editing.expires)
        #expect(throws: EditError.targetName("a\u{1}")) { try notary.add(file, named: "a\u{1}") }
        let keys = try RoleSigners.twoOfThree()
        var tuf = TargetsEditor(in: .tuf, expires: Editing.expires)
        try tuf.add(file, named: "..a\u{1}\"\\/é")
        let written = try await tuf.signed(by: keys.signing, keys: keys.keys)
        #expect(written.payload.names == ["..a\u{1}\"\\/é"])
    }

    @Test("a target without a hash, or with a negative length, is refused")
    func noHash() throws {
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        let files = [
            TargetFile(length: 1, hashes: Hashes([])),
            TargetFile(length: -1, hashes: Hashes(of: [], by: [.sha256])),
        ]
        for file in files {
            #expect(throws: EditError.targetWithoutHash("a")) {
                try editor.add(file, named: "a")
            }
        }
    }

    @Test("versions only grow")
    func versions() async throws {
        let keys = try RoleSigners.twoOfThree()
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        try editor.setVersion(MetadataVersion(7))
        let file = try await editor.signed(by: keys.signing, keys: keys.keys)
        editor = try TargetsEditor(editing: file, in: .tuf, expires: Editing.later)
        #expect(editor.version.number == 8)
        let seven = try MetadataVersion(7)
        let error = EditError.versionNotHigher(role: .targets, previous: seven, offered: seven)
        #expect(throws: error) { try editor.setVersion(seven) }
        try editor.setVersion(MetadataVersion(9))
        #expect(
            try await editor.signed(by: keys.signing, keys: keys.keys).payload.version.number == 9
        )
    }

    @Test("there is no version after the largest")
    func lastVersion() async throws {
        let keys = try RoleSigners.twoOfThree()
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        let last = try MetadataVersion(Int.max)
        try editor.setVersion(last)
        let file = try await editor.signed(by: keys.signing, keys: keys.keys)
        let next = try TargetsEditor(editing: file, in: .tuf, expires: Editing.later)
        let error = EditError.versionNotHigher(role: .targets, previous: last, offered: last)
        await #expect(throws: error) { try await next.signed(by: keys.signing, keys: keys.keys) }
    }

    @Test("members that are not known stay, at every level", arguments: Editing.both)
    func unknownMembers(dialect: any MetadataDialect) async throws {
        let keys = try Editing.keys(in: dialect)
        var start = TargetsEditor(in: dialect, expires: Editing.expires)
        try start.add(TargetFile(describing: [1]), named: "a")
        var signed = start.json
        for path in [
            ["x-top"], ["targets", "a", "x-target"], ["targets", "a", "hashes", "x-hash"],
            ["delegations", "x-delegations"],
        ] {
            signed = Editing.changing(path, to: "kept", in: signed)
        }
        signed = Editing.changing(["delegations", "keys"], to: [:], in: signed)
        signed = Editing.changing(["delegations", "roles"], to: [], in: signed)
        let file: Verified<Targets> = try await Editing.file(
            signed,
            as: .targets,
            in: dialect,
            by: keys
        )
        var editor = try TargetsEditor(editing: file, in: dialect, expires: Editing.later)
        try editor.add(TargetFile(describing: [2]), named: "b")
        let next = try await editor.signed(by: keys.signing, keys: keys.keys)
        let text = String(decoding: next.rawBytes, as: UTF8.self)
        for name in ["x-top", "x-target", "x-hash", "x-delegations"] {
            #expect(text.contains(#""\#(name)":"kept""#))
        }
        #expect(Set(next.payload.names) == ["a", "b"])
    }

    @Test("ed25519 and PKCS#1 write the same file each time, ECDSA the same `signed`")
    func stable() async throws {
        let ed25519 = try SigningKey(tuf: KeyGenerator().generate(.ed25519))
        let rsa = try SigningKey(tuf: KeyGenerator().generate(.rsa), scheme: .rsaPKCS1WithSHA256)
        let ecdsa = try SigningKey(tuf: KeyGenerator().generate(.ecdsa))
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        try editor.delegate(
            to: DelegatedRole(
                name: RoleName("team"),
                keys: RoleKeys([rsa.key, ed25519.key, ecdsa.key]),
                paths: .patterns([PathPattern("*")])
            )
        )
        let keys = try RoleKeys([ed25519.key, rsa.key, ecdsa.key])
        let file = try await editor.signed(by: [ed25519, rsa], keys: keys)
        #expect(try await editor.signed(by: [ed25519, rsa], keys: keys).rawBytes == file.rawBytes)
        let one = try await editor.signed(by: [ecdsa], keys: keys).rawBytes
        let other = try await editor.signed(by: [ecdsa], keys: keys).rawBytes
        let mark = Array(#""signed":"#.utf8)
        #expect(one != other)
        #expect(
            one.suffix(from: one.firstRange(of: mark)?.lowerBound ?? 0)
                == other.suffix(from: other.firstRange(of: mark)?.lowerBound ?? 0)
        )
    }
}
