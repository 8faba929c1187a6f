import RepositorySimulation
import TUFCore
import Testing

/// Attacks of the article `KnownAttacks.md` that no other suite shows.
@Suite("Known attacks")
struct KnownAttackTests {
    @Test("a signature is checked by the algorithm of the key, whatever its method says")
    func algorithmConfusion() throws {
        let privateKey = try KeyGenerator().generate(.rsa)
        let key = Key(notary: privateKey.publicKey)
        for (method, isKnown) in [
            ("rsapss", true), ("rsapkcs1v15", true), ("ecdsa", false), ("eddsa", false),
            ("hmac-sha256", false), ("none", false), ("", false),
        ] {
            let scheme = NotaryDialect().scheme(of: key, for: method)
            #expect((scheme != nil) == isKnown, "\(method)")
        }
        #expect(NotaryDialect().scheme(of: key, for: nil) == nil)
    }

    @Test("a key that names the scheme of another kind has none")
    func schemeOfAnotherKind() throws {
        let key = try DelegationLab.LabKey(seed: 1)
        for (scheme, isKnown) in [("ed25519", true), ("rsassa-pss-sha256", false)] {
            let json = String(decoding: try key.json.canonicalBytes(), as: UTF8.self)
                .replacing(#""scheme":"ed25519""#, with: #""scheme":"\#(scheme)""#)
            let id = KeyID(ofCanonical: Array(json.utf8)).hex
            let root = """
                {"signatures":[],"signed":{"_type":"root","spec_version":"1.0.0","version":1,
                "expires":"2099-01-01T00:00:00Z","keys":{"\(id)":\(json)},"roles":{
                "root":{"keyids":["\(id)"],"threshold":1},"targets":{"keyids":[],"threshold":1},
                "snapshot":{"keyids":[],"threshold":1},"timestamp":{"keyids":[],"threshold":1}}}}
                """
            let signed = try JSONDocument(parsing: Array(root.utf8), limits: .untrustedMetadata)
            let read = try TUFDialect().root(from: try #require(signed.root["signed"]))
            let listed = try #require(read.roleKeys(of: .root).keys.values.first)
            #expect((TUFDialect().scheme(of: listed, for: nil) != nil) == isKnown)
        }
    }

    @Test(
        "a file that is refused is not kept, nor is its version",
        arguments: [RoleName.timestamp, .snapshot, .targets]
    )
    func refusedIsNotKept(role: RoleName) async throws {
        var repository = try SimulatedRepository()
        repository.roles[role]?.version = 9
        repository.roles[role]?.signers = [try .generated()]
        var server = MetadataServer(try await repository.files().mapValues { .bytes($0) })
        let workflow = UpdateWorkflow(
            from: .pin(.trustOnFirstUse, rules: AnyRootKeyRules(gun: repository.gun)),
            notBelow: VersionFloors(),
            at: SimulatedRepository.start
        )
        let (result, kept) = server.run(workflow)
        #expect(throws: UpdateError.self) { try result.get() }
        #expect(kept[role] == nil)
        #expect(kept[.root] != nil)
    }

    @Test(
        "a role's name is data: a request carries it as it is, and a name of Notary has no dots",
        arguments: ["../../etc/passwd", "..", "a/../../b", "/root", "targets/../root"]
    )
    func roleNamesAreNoPaths(name: String) throws {
        #expect(throws: FormatError.self) { try RoleName(notary: name) }
        var lab = DelegationLab()
        lab.roles[name] = .init(targets: ["x"])
        lab.roles["targets"] = .init(delegations: [.init(name: name)])
        #expect(try lab.outcome(of: "x") == "in \(name)")
    }

    @Test("members nobody knows are part of what is signed")
    func unknownMembersAreSigned() throws {
        let key = try DelegationLab.LabKey(seed: 1)
        let file = try DelegationLab.file("targets", ["targets": [:], "x-note": "a"], by: key)
        let root = try Unverified<Root>(
            parsing: try #require(try DelegationLab().files()["root"]),
            as: .root,
            in: .tuf
        )
        let trusted = try root.trustedAsPersisted(rules: TUFRootRules(gun: GUN("lab")))
        let signers = trusted.root.roleKeys(of: .targets)
        try verify(file, by: signers)
        let text = String(decoding: file, as: UTF8.self)
        let changed = text.replacing(#""x-note":"a""#, with: #""x-note":"b""#)
        #expect(changed != text)
        #expect(throws: UpdateError.self) { try verify(Array(changed.utf8), by: signers) }
    }

    @Test("a role that names a key id twice is refused")
    func keyIDTwiceInRole() throws {
        let id = String(repeating: "a", count: 64)
        for (ids, passes) in [([id], true), ([id, id], false)] {
            let list = ids.map { "\"\($0)\"" }.joined(separator: ",")
            let role = #"{"keyids":[\#(list)],"threshold":1}"#
            let signed = """
                {"_type":"root","spec_version":"1.0.0","version":1,"keys":{},
                "expires":"2099-01-01T00:00:00Z","roles":{"root":\(role),"targets":\(role),
                "snapshot":\(role),"timestamp":\(role)}}
                """
            let document = try JSONDocument(
                parsing: Array(signed.utf8),
                limits: .untrustedMetadata
            )
            let root = try? TUFDialect().root(from: document.root)
            #expect((root != nil) == passes)
        }
    }

    @Test("a file that delegates to one role twice is refused")
    func delegationTwice() throws {
        var lab = DelegationLab()
        let twice = DelegationLab.Role(delegations: [.init(name: "a"), .init(name: "a")])
        let once = DelegationLab.Role(delegations: [.init(name: "a"), .init(name: "b")])
        lab.roles["targets"] = twice
        let error = try lab.refreshError(limits: .tuf)
        let repeated = MetadataError.repeatedDelegation(try RoleName("a"))
        #expect(error == .malformed(role: .targets, repeated))
        lab.roles["targets"] = once
        #expect(try lab.refreshError(limits: .tuf) == nil)
    }

    @Test(
        "a pattern matches within one directory, byte by byte",
        arguments: [
            ("*", "a", true), ("*", "a/b", false), ("a/*", "a/b", true), ("a/*", "a/b/c", false),
            ("a/*", "A/b", false), ("?", "é", true), ("??", "é", false), ("a?b", "a/b", false),
            ("a*", "a", true), ("*.tgz", "x.tgz", true), ("*.tgz", "d/x.tgz", false),
            ("a", "ab", false), ("", "a", false), ("a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaa", false),
            ("\u{65}\u{301}", "\u{e9}", false),
        ]
    )
    func patterns(pattern: String, path: String, matches: Bool) {
        #expect(PathPattern(pattern).matches(path) == matches)
    }

    private func verify(_ file: [UInt8], by keys: RoleKeys) throws {
        let file = try Unverified<Targets>(parsing: file, as: .targets, in: .tuf)
        _ = try file.verified(by: keys)
    }
}
