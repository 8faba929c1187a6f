import NotaryService
import NotaryTesting
import TUFCore
import Testing

@Suite("A root that follows another")
struct NextRootTests {
    private static let notByOld =
        "could not rotate trust to a new trusted root: "
        + "failed to validate data with current trusted certificates"
    private static let notByNew =
        "could not validate the path to a trusted root: failed to validate integrity of roots"

    @Test("may not leave a version out: upd-root-v3-gap")
    func gap() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        publisher.root.version = 3
        let refusal = try await server.refusal(of: [publisher.rootPart()], by: publisher)
        #expect(
            refusal
                == .badRoot("Root modifications must increment the version. Current 1, new 3")
        )
        publisher.root.version = 2
        #expect(try await server.refusal(of: [publisher.rootPart()], by: publisher) == nil)
        #expect(try await server.versions(of: publisher.gun) == [2, 1, 2, 2])
    }

    @Test("of the same version is an old one: upd-root-same-version")
    func sameVersion() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let refusal = try await server.refusal(of: [publisher.rootPart()], by: publisher)
        #expect(refusal == .oldVersion(role: .root))
        let forged = try await publisher.root.part(signedBy: TestRootKey.labNext.signingKey)
        #expect(await server.refusal(of: [forged], by: publisher) == .badRoot(Self.notByOld))
        var other = publisher
        other.root.root = TestRole([try TestRootKey.labNext.signingKey.key])
        let halfSigned = try await other.root.part(signedBy: publisher.rootKey)
        #expect(await server.refusal(of: [halfSigned], by: publisher) == .badRoot(Self.notByNew))
    }

    @Test("of the same version is looked at no less than another: what is wrong beside it is named")
    func sameVersionBesideFault() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let targets = try await TestTargets(version: 2).part(signedBy: publisher.rootKey)
        #expect(
            try await server.refusal(of: [publisher.rootPart(), targets], by: publisher)
                == .badTargets("valid signatures did not meet threshold for targets")
        )
    }

    @Test("needs the signatures of both the old and the new keys")
    func rotation() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        let old = publisher.rootKey
        let new = try TestRootKey.labNext.signingKey
        publisher.root.version = 2
        publisher.root.root = TestRole([new.key])
        let byNew = try await publisher.root.part(signedBy: new)
        #expect(await server.refusal(of: [byNew], by: publisher) == .badRoot(Self.notByOld))
        let byOld = try await publisher.root.part(signedBy: old)
        #expect(await server.refusal(of: [byOld], by: publisher) == .badRoot(Self.notByNew))
        let byBoth = try await publisher.root.part(signedBy: new, old)
        #expect(await server.refusal(of: [byBoth], by: publisher) == nil)
    }

    @Test("needs a certificate that may sign before it needs signatures")
    func certificate() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        let bare = try TestRootKey.labNext.bareKey
        publisher.root.version = 2
        publisher.root.root = TestRole([bare.key])
        let message =
            "could not validate the path to a trusted root: "
            + "unable to retrieve valid leaf certificates"
        for signers in [[bare, publisher.rootKey], [bare], [publisher.rootKey]] {
            let bytes = try await publisher.root.bytes(signedBy: signers)
            let part = PublicationPart(name: "root", bytes: bytes)
            #expect(await server.refusal(of: [part], by: publisher) == .badRoot(message))
        }
    }

    @Test("may rotate the server's keys, which then sign snapshot and timestamp")
    func serverKeys() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        let gun = publisher.gun
        let snapshotKey = try await server.service.rotateKey(for: .snapshot, of: gun)
        let timestampKey = try await server.service.rotateKey(for: .timestamp, of: gun)
        #expect(publisher.root.snapshot.keys != [snapshotKey])
        #expect(publisher.root.timestamp.keys != [timestampKey])
        publisher.root.version = 2
        publisher.root.snapshot = TestRole([snapshotKey])
        publisher.root.timestamp = TestRole([timestampKey])
        try await server.publish([publisher.rootPart()], by: publisher)
        for role in [RoleName.snapshot, .timestamp] {
            let file = try await server.service.current(role, of: gun, now: TestTime.now)
            #expect(file.version.number == 2)
        }
        #expect(try await server.service.key(for: .timestamp, of: gun) == timestampKey)
    }

    @Test("may name a timestamp key only if the server holds it")
    func foreignTimestampKey() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        publisher.root.version = 2
        publisher.root.timestamp = TestRole([publisher.targetsKey.key])
        let refusal = try await server.refusal(of: [publisher.rootPart()], by: publisher)
        #expect(refusal == .badRoot("no  timestamp keys exist on the server"))
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
    }

    @Test("may not name a new targets key while the stored targets are signed by the old one")
    func newTargetsKey() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        publisher.root.version = 2
        let key = SigningKey(notary: try KeyGenerator().generate(.ed25519))
        publisher.root.targets = TestRole([key.key])
        let root = try await publisher.rootPart()
        #expect(
            await server.refusal(of: [root], by: publisher)
                == .badTargets("valid signatures did not meet threshold for targets")
        )
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
        let targets = try await TestTargets(version: 2).part(signedBy: key)
        #expect(await server.refusal(of: [root, targets], by: publisher) == nil)
        #expect(try await server.versions(of: publisher.gun) == [2, 2, 2, 2])
    }

    @Test("may name a further targets key, or demand no more signatures than there are")
    func targetsThreshold() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        let key = SigningKey(notary: try KeyGenerator().generate(.ed25519))
        publisher.root.version = 2
        publisher.root.targets.keys.append(key.key)
        #expect(try await server.refusal(of: [publisher.rootPart()], by: publisher) == nil)
        publisher.root.version = 3
        publisher.root.targets.threshold = 2
        #expect(
            try await server.refusal(of: [publisher.rootPart()], by: publisher)
                == .badTargets("valid signatures did not meet threshold for targets")
        )
        let targets = try await TestTargets(version: 2).part(signedBy: publisher.targetsKey, key)
        #expect(
            try await server.refusal(of: [publisher.rootPart(), targets], by: publisher) == nil
        )
    }
}
