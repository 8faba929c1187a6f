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
        #expect(await server.refusal(of: [forged], by: publisher) == .badRoot(Self.notByNew))
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
        #expect(refusal == .badRoot("no timestamp keys exist on the server"))
        #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
    }

    @Test("may name a new targets key while the stored targets are still signed by the old one")
    func newTargetsKey() async throws {
        let server = TestServer()
        var publisher = try await server.published()
        publisher.root.version = 2
        let key = SigningKey(notary: try KeyGenerator().generate(.ed25519))
        publisher.root.targets = TestRole([key.key])
        #expect(try await server.refusal(of: [publisher.rootPart()], by: publisher) == nil)
    }
}
