import NotaryService
import NotaryTesting
import TUFCore
import Testing

@Suite("The parts of an upload")
struct UploadTests {
    @Test(
        "need the name of a role",
        arguments: [
            "", "Root", "targets/", "targets//a", "targets/../a", "targets/A", "x", "../root",
        ]
    )
    func badName(name: String) async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let part = PublicationPart(name: name, bytes: try await publisher.rootPart().bytes)
        #expect(await server.refusal(of: [part], by: publisher) == .invalidRole(name: name))
    }

    @Test(
        "need the outer form of metadata",
        arguments: [
            "", "nonsense", "7", "[]", #"{"signed":"#, #"{"signed":7,"signatures":[]}"#,
            #"{"signed":{"_type":7,"expires":"2029-01-01T00:00:00Z","version":1},"signatures":[]}"#,
            #"{"signed":{"_type":"Root","expires":"soon","version":1},"signatures":[]}"#,
            #"{"signed":{"_type":"Root","expires":"2029-01-01T00:00:00Z","version":"1"}}"#,
        ]
    )
    func malformed(text: String) async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        for name in ["root", "targets", "snapshot", "timestamp", "targets/a"] {
            let part = PublicationPart(name: name, bytes: Array(text.utf8))
            let parts = try await publisher.firstParts() + [part]
            switch await server.refusal(of: parts, by: publisher) {
            case .malformedJSON(let role, _): #expect(role.name == name)
            case let other: Issue.record("`\(text)` as \(name): \(String(describing: other))")
            }
            #expect(try await server.versions(of: publisher.gun) == [nil, nil, nil, nil])
        }
    }

    @Test(
        "may have null where Go takes it for nothing, and are refused for what is missing then",
        arguments: ["null", "{}", #"{"signed":null}"#, #"{"signed":{"version":null}}"#]
    )
    func nulls(text: String) async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let root = PublicationPart(name: "root", bytes: Array(text.utf8))
        let message = "Root modifications must increment the version. Current 1, new 0"
        #expect(
            await server.refusal(of: [root], by: publisher)
                == .invalidUpdate(.badRoot(message: message))
        )
        let targets = PublicationPart(name: "targets", bytes: Array(text.utf8))
        #expect(
            await server.refusal(of: [try await publisher.rootPart(), targets], by: publisher)
                == .invalidUpdate(.badTargets(message: "tuf: data has no signatures"))
        )
    }

    @Test("of one role the last one counts: upd-dup-role")
    func lastWins() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let bad = try await TestTargets(version: 2).part(signedBy: publisher.rootKey)
        let good = try await publisher.targetsPart(version: 2)
        #expect(await server.refusal(of: [good, bad], by: publisher) != nil)
        #expect(await server.refusal(of: [bad, good], by: publisher) == nil)
        let stored = try await server.store.current(.targets, of: publisher.gun)
        #expect(stored?.bytes == good.bytes)
    }

    @Test("that are timestamps are read and dropped")
    func timestamp() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let sent = try await MetadataSigner(.notary)
            .file(
                Timestamp(
                    version: try MetadataVersion(99),
                    expires: TestTime.days(9000),
                    snapshot: MetaFile(describing: [])
                ),
                by: [publisher.targetsKey]
            )
        let parts = [
            PublicationPart(name: "timestamp", bytes: sent),
            try await publisher.targetsPart(version: 2),
        ]
        #expect(await server.refusal(of: parts, by: publisher) == nil)
        #expect(try await server.verifiedTimestamp(of: publisher).version.number == 2)
    }

    @Test("are stored and hashed as they were received, however they are written")
    func receivedBytes() async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let parts = try await publisher.firstParts()
            .map { part in
                PublicationPart(name: part.name, bytes: [0x20, 0x0A] + part.bytes + [0x0A])
            }
        try await server.publish(parts, by: publisher)
        let snapshot = try await server.verifiedSnapshot(of: publisher)
        for part in parts {
            let role = try RoleName(part.name)
            let digest = try #require(snapshot[role]?.hashes[.sha256])
            let found = try await server.service.metadata(role, of: publisher.gun, digest: digest)
            #expect(found.bytes == part.bytes)
        }
    }
}
