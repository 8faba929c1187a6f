import RepositorySimulation
import TUFCore
import Testing

@Suite("Writing delegations")
struct DelegationEditingTests {
    private let keys: RoleSigners
    private let team: RoleName

    init() throws {
        keys = try .twoOfThree()
        team = try RoleName("team")
    }

    @Test("delegations keep their order, paths, keys and termination")
    func roles() async throws {
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        let paths: [DelegatedPaths] = [
            .patterns([PathPattern("b/*"), PathPattern("a/?")]), .hashPrefixes(["0a", "f"]),
        ]
        for (name, paths) in zip(["z", "a"], paths) {
            try editor.delegate(to: role(name, paths, .searchEnds))
        }
        try editor.delegate(to: role("m", paths[0]))
        let read = try await sign(editor).delegations.listed
        #expect(read.map(\.name.name) == ["z", "a", "m"])
        #expect(read.map(\.paths) == paths + [paths[0]])
        #expect(read.map(\.termination) == [.searchEnds, .searchEnds, .searchGoesOn])
        #expect(read.allSatisfy { $0.keys.threshold == 2 && $0.keys.keys.count == 3 })
    }

    @Test("a delegation is changed in its place, unknown members kept, and its old keys dropped")
    func change() async throws {
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        try editor.delegate(to: role("team", .patterns([])))
        try editor.delegate(to: role("other", .patterns([])))
        let new = try RoleSigners.twoOfThree()
        let changed = DelegatedRole(
            name: team,
            keys: try new.keys,
            paths: .hashPrefixes(["00"]),
            termination: .searchEnds
        )
        try editor.changeDelegation(to: changed)
        var read = try await sign(editor).delegations.listed
        #expect(read.map(\.name.name) == ["team", "other"])
        #expect(read[0].paths == .hashPrefixes(["00"]))
        #expect(Self.keyCount(editor) == 6)
        try editor.removeDelegation(to: RoleName("other"))
        read = try await sign(editor).delegations.listed
        #expect(read.map(\.name.name) == ["team"])
        #expect(Self.keyCount(editor) == 3)
        #expect(throws: EditError.noDelegation(try RoleName("other"))) {
            try editor.removeDelegation(to: RoleName("other"))
        }
        #expect(throws: EditError.noDelegation(try RoleName("other"))) {
            try editor.changeDelegation(to: role("other", .patterns([])))
        }
    }

    @Test("unknown members of a delegation stay when it is changed")
    func unknownMembers() async throws {
        var start = TargetsEditor(in: .tuf, expires: Editing.expires)
        try start.delegate(succinctlyTo: bins(2))
        let path = ["delegations", "succinct_roles", "x-bins"]
        let signed = Editing.changing(path, to: "kept", in: start.json)
        let file: Verified<Targets> = try await Editing.file(
            signed,
            as: .targets,
            in: .tuf,
            by: keys
        )
        var editor = try TargetsEditor(editing: file, in: .tuf, expires: Editing.later)
        try editor.delegate(succinctlyTo: bins(3))
        let next = try await editor.signed(by: keys.signing, keys: keys.keys)
        #expect(String(decoding: next.rawBytes, as: UTF8.self).contains(#""x-bins":"kept""#))
        guard case .succinct(let read) = next.payload.delegations else {
            Issue.record("no bins")
            return
        }
        #expect(read.bitLength == 3)
        #expect(read.namePrefix == "bin")
        #expect(read.keys.threshold == 2)
    }

    @Test("bins written one by one hold the targets that succinct ones hold", arguments: 1...9)
    func bins(bitLength: Int) async throws {
        let bins = try bins(bitLength)
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        try editor.delegate(toEachOf: bins)
        let read = try await sign(editor).delegations
        #expect(read.listed.count == bins.count)
        for number in 0..<50 {
            let target = TargetPath("file \(number)")
            let names = read.roles(for: target).map(\.name)
            #expect(names == Delegations.succinct(bins).roles(for: target).map(\.name))
        }
    }

    @Test("too many bins are not written one by one")
    func tooManyBins() throws {
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        #expect(throws: EditError.tooManyBins(bitLength: 17, limit: 16)) {
            try editor.delegate(toEachOf: bins(17))
        }
        try editor.delegate(succinctlyTo: bins(32))
    }

    @Test("succinct bins and other delegations exclude each other")
    func succinctBesideRoles() throws {
        var bins = TargetsEditor(in: .tuf, expires: Editing.expires)
        try bins.delegate(succinctlyTo: self.bins(4))
        #expect(throws: EditError.succinctBesideRoles) {
            try bins.delegate(to: role("team", .patterns([])))
        }
        var roles = TargetsEditor(in: .tuf, expires: Editing.expires)
        try roles.delegate(to: role("team", .patterns([])))
        #expect(throws: EditError.succinctBesideRoles) {
            try roles.delegate(succinctlyTo: self.bins(4))
        }
    }

    @Test("a role is delegated to once, and never called as a top-level one")
    func names() throws {
        var editor = TargetsEditor(in: .tuf, expires: Editing.expires)
        try editor.delegate(to: role("team", .patterns([])))
        let before = editor.json
        #expect(throws: EditError.repeatedDelegation(team)) {
            try editor.delegate(to: role("team", .patterns([])))
        }
        for name in RoleName.topLevel {
            #expect(throws: EditError.cannotDelegate(to: name, from: .targets)) {
                try editor.delegate(to: role(name.name, .patterns([])))
            }
        }
        #expect(throws: EditError.thresholdUnreachable(threshold: 1, keys: 0)) {
            let nobody = try RoleKeys([])
            try editor.delegate(
                to: DelegatedRole(name: RoleName("x"), keys: nobody, paths: .patterns([]))
            )
        }
        #expect(editor.json == before)
    }

    @Test("Notary delegates to direct children, by prefix")
    func notary() async throws {
        let keys = try Editing.keys(in: .notary)
        var editor = TargetsEditor(in: .notary, expires: Editing.expires)
        for (name, paths) in [
            ("targets/releases", DelegatedPaths.everything), ("targets/a", .prefixes(["x/", "y"])),
        ] {
            try editor.delegate(
                to: DelegatedRole(name: RoleName(name), keys: keys.keys, paths: paths)
            )
        }
        let read = try await editor.signed(by: keys.signing, keys: keys.keys).payload
        #expect(read.delegations.listed.map(\.paths) == [.prefixes([""]), .prefixes(["x/", "y"])])
        for name in ["targets/a/b", "releases", "targets/A", "targets"] {
            let role = try RoleName(name)
            #expect(throws: EditError.cannotDelegate(to: role, from: .targets)) {
                try editor.delegate(
                    to: DelegatedRole(name: role, keys: keys.keys, paths: .everything)
                )
            }
        }
    }

    @Test("what a dialect has no words for is refused")
    func otherDialect() throws {
        let notaryKeys = try Editing.keys(in: .notary).keys
        var notary = TargetsEditor(in: .notary, expires: Editing.expires)
        let child = try RoleName("targets/a")
        for paths in [DelegatedPaths.patterns([]), .hashPrefixes([]), .bin(0, bitLength: 1)] {
            let role = DelegatedRole(name: child, keys: notaryKeys, paths: paths)
            #expect(throws: EditError.self) { try notary.delegate(to: role) }
        }
        let ending = DelegatedRole(
            name: child,
            keys: notaryKeys,
            paths: .everything,
            termination: .searchEnds
        )
        #expect(throws: EditError.notInThisDialect("delegation that ends a search")) {
            try notary.delegate(to: ending)
        }
        #expect(throws: EditError.notInThisDialect("succinct bins")) {
            try notary.delegate(succinctlyTo: bins(2))
        }
        var tuf = TargetsEditor(in: .tuf, expires: Editing.expires)
        for paths in [DelegatedPaths.everything, .prefixes([]), .both(.everything, .everything)] {
            #expect(throws: EditError.self) { try tuf.delegate(to: role("team", paths)) }
        }
    }

    private func role(
        _ name: String,
        _ paths: DelegatedPaths,
        _ termination: DelegatedRole.Termination = .searchGoesOn
    ) throws -> DelegatedRole {
        DelegatedRole(
            name: try RoleName(name),
            keys: try keys.keys,
            paths: paths,
            termination: termination
        )
    }

    private func bins(_ bitLength: Int) throws -> SuccinctRoles {
        try SuccinctRoles(keys: keys.keys, bitLength: bitLength, namePrefix: "bin")
    }

    private func sign(_ editor: TargetsEditor) async throws -> Targets {
        try await editor.signed(by: keys.signing, keys: keys.keys).payload
    }

    private static func keyCount(_ editor: TargetsEditor) -> Int {
        let bytes = editor.json.serialized()
        let document = try? JSONDocument(parsing: bytes, limits: .untrustedMetadata)
        return document?.root["delegations"]?["keys"]?.count ?? 0
    }
}
