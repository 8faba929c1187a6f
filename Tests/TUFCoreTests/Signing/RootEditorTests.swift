import RepositorySimulation
import TUFCore
import Testing

@Suite("Writing roots")
struct RootEditorTests {
    private let keys: RoleSigners

    init() throws {
        keys = try .twoOfThree()
    }

    @Test("a root with a threshold of its keys is read back as it was written")
    func firstRoot() async throws {
        let root = try await firstRoot(in: .tuf).payload
        #expect(root.version == .first)
        #expect(root.expires == Editing.expires)
        #expect(root.consistentSnapshot)
        for role in RoleName.topLevel {
            #expect(Set(root.roleKeys(of: role).keys.keys) == Set(keys.listed.map(\.key.id)))
            #expect(root.roleKeys(of: role).threshold == 2)
        }
    }

    @Test("a root is not handed out with fewer signatures than its threshold")
    func tooFew() async throws {
        let editor = try editor(in: .tuf)
        let error = UpdateError.thresholdNotMet(role: .root, valid: 1, threshold: 2)
        await #expect(throws: EditError.notVerified(error)) {
            try await editor.signed(by: [keys.listed[0]])
        }
    }

    @Test("a root is not handed out with a role that has no keys")
    func roleWithoutKeys() async throws {
        var editor = RootEditor(in: .tuf, expires: Editing.expires)
        for role in [RoleName.root, .targets, .snapshot] { try editor.setKeys(keys.keys, of: role) }
        let missing = EditError.malformed(.missing(path: "signed.roles.timestamp"))
        await #expect(throws: missing) { try await editor.signed(by: keys.signing) }
        try editor.setKeys(keys.keys, of: .timestamp)
        _ = try await editor.signed(by: keys.signing)
    }

    @Test("a rotated root needs a threshold of the old keys and one of the new (TUF 6.1)")
    func rotation() async throws {
        let first = try await firstRoot(in: .tuf)
        let new = try RoleSigners.twoOfThree()
        var editor = try RootEditor(editing: first, in: .tuf, expires: Editing.later)
        try editor.setKeys(new.keys, of: .root)
        #expect(editor.version == MetadataVersion.first.next)
        for signers in [
            new.signing, keys.signing, new.signing + keys.signing.prefix(1),
            new.signing.prefix(1) + keys.signing,
        ] {
            let error = await #expect(throws: EditError.self) {
                try await editor.signed(by: signers)
            }
            guard case .notVerified(.thresholdNotMet) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        let root = try await editor.signed(by: new.signing + keys.signing).payload
        #expect(Set(root.roleKeys(of: .root).keys.keys) == Set(new.listed.map(\.key.id)))
        #expect(root.expires == Editing.later)
    }

    @Test("keys that no role names any longer are dropped, those that nobody named are kept")
    func unusedKeys() async throws {
        let dialect = TUFDialect(keyIDs: .asListed)
        let signed = Editing.changing(
            ["keys", Editing.unknownID],
            to: Editing.unknownKey,
            in: try editor(in: dialect).json
        )
        let root: Verified<Root> = try await Editing.file(
            signed,
            as: .root,
            in: dialect,
            by: keys
        )
        let new = try RoleSigners.twoOfThree()
        var editor = try RootEditor(editing: root, in: dialect, expires: Editing.later)
        for role in RoleName.topLevel.dropFirst() { try editor.setKeys(new.keys, of: role) }
        let both = try await editor.signed(by: keys.signing)
        #expect(both.payload.keys.count == 7)
        try editor.setKeys(new.keys, of: .root)
        let after = try await editor.signed(by: keys.signing + new.signing)
        #expect(after.payload.keys.count == 4)
        #expect(after.payload.keys[try KeyID(Editing.unknownID)] != nil)
    }

    @Test("members that are not known stay, of the root, a role and a key", arguments: Editing.both)
    func unknownMembers(dialect: any MetadataDialect) async throws {
        let keys = try Editing.keys(in: dialect)
        var signed = try Editing.rootEditor(in: dialect, keys).json
        signed = Editing.changing(["x-top"], to: ["a": [1, nil, true]], in: signed)
        signed = Editing.changing(["roles", "targets", "x-role"], to: "kept", in: signed)
        let root: Verified<Root> = try await Editing.file(
            signed,
            as: .root,
            in: dialect,
            by: keys
        )
        var editor = try RootEditor(editing: root, in: dialect, expires: Editing.later)
        try editor.setKeys(RoleKeys([keys.listed[0].key]), of: .targets)
        let next = try await editor.signed(by: keys.signing)
        let text = String(decoding: next.rawBytes, as: UTF8.self)
        #expect(text.contains(#""x-top":{"a":[1,null,true]}"#))
        #expect(text.contains(#""threshold":1,"x-role":"kept""#))
        #expect(next.payload.roleKeys(of: .targets).threshold == 1)
    }

    @Test("what cannot be is refused, and the editor stays as it was")
    func wrongUse() throws {
        var editor = try editor(in: .tuf)
        let before = editor.json
        let delegation = try RoleName("team")
        #expect(throws: EditError.notATopLevelRole(delegation)) {
            try editor.setKeys(keys.keys, of: delegation)
        }
        #expect(throws: EditError.thresholdUnreachable(threshold: 4, keys: 3)) {
            try editor.setKeys(RoleKeys(keys.listed.map(\.key), threshold: 4), of: .targets)
        }
        #expect(throws: EditError.thresholdUnreachable(threshold: 1, keys: 0)) {
            try editor.setKeys(RoleKeys([]), of: .targets)
        }
        let foreign = try SigningKey.generated(.ed25519).key
        #expect(throws: EditError.keyOfAnotherDialect(foreign.id)) {
            try editor.setKeys(RoleKeys([foreign]), of: .targets)
        }
        #expect(throws: FormatError.thresholdBelowOne(0)) { try RoleKeys([foreign], threshold: 0) }
        #expect(editor.json == before)
    }

    @Test("a root of the other dialect cannot be edited")
    func otherDialect() async throws {
        let root = try await firstRoot(in: .tuf)
        let error = EditError.malformed(.wrongMetadataType(expected: "Root", found: "root"))
        #expect(throws: error) {
            try RootEditor(editing: root, in: .notary, expires: Editing.later)
        }
    }

    @Test("consistent snapshots can be turned off")
    func inconsistent() async throws {
        var editor = try editor(in: .tuf)
        editor.consistentSnapshot = false
        #expect(try await !editor.signed(by: keys.signing).payload.consistentSnapshot)
    }

    @Test("TUF 1.0 writes the end in whole seconds")
    func wholeSeconds() async throws {
        var editor = try editor(in: .tuf)
        editor.expires = UTCTime(seconds: 2_524_608_000, nanoseconds: 5)
        #expect(try await editor.signed(by: keys.signing).payload.expires == Editing.expires)
    }

    private func editor(in dialect: any MetadataDialect) throws -> RootEditor {
        try Editing.rootEditor(in: dialect, keys)
    }

    private func firstRoot(in dialect: any MetadataDialect) async throws -> Verified<Root> {
        try await editor(in: dialect).signed(by: keys.signing)
    }
}
