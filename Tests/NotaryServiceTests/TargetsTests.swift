import NotaryService
import NotaryTesting
import TUFCore
import Testing

@Suite("Targets of an update")
struct TargetsTests {
    @Test("are taken when the targets key signed them, gaps in the versions too")
    func good() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        try await server.publish([publisher.targetsPart(version: 7)], by: publisher)
        #expect(try await server.versions(of: publisher.gun) == [1, 7, 2, 2])
    }

    @Test("are refused when another key signed them")
    func signature() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let part = try await TestTargets(version: 2).part(signedBy: publisher.rootKey)
        let refusal = await server.refusal(of: [part], by: publisher)
        #expect(refusal == .badTargets("valid signatures did not meet threshold for targets"))
        let bytes = try await TestTargets(version: 2).bytes(signedBy: [])
        let unsigned = PublicationPart(name: "targets", bytes: bytes)
        let other = await server.refusal(of: [unsigned], by: publisher)
        #expect(other == .badTargets("tuf: data has no signatures"))
    }

    @Test("are refused when they have expired")
    func expiry() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        var targets = TestTargets(version: 2)
        targets.expires = TestTime.now
        let part = try await targets.part(signedBy: publisher.targetsKey)
        let refusal = await server.refusal(of: [part], by: publisher)
        #expect(refusal == .badTargets("targets expired at Fri Jan 1 00:00:00 UTC 2027"))
    }

    @Test("are refused with version 0 or another type")
    func structure() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        var ofOtherType = TestTargets(version: 2)
        ofOtherType.type = "targets"
        for targets in [TestTargets(version: 0), ofOtherType] {
            let part = try await targets.part(signedBy: publisher.targetsKey)
            guard
                case .invalidUpdate(.badTargets(let message)) =
                    await server.refusal(of: [part], by: publisher)
            else {
                Issue.record("\(targets.type) \(targets.version) was not refused as bad targets")
                continue
            }
            #expect(message.hasPrefix("targets type metadata invalid: "))
        }
    }

    @Test("are refused as old when the version is stored already", arguments: [1, 2])
    func oldVersion(version: Int) async throws {
        let server = TestServer()
        let publisher = try await server.published()
        try await server.publish([publisher.targetsPart(version: 2)], by: publisher)
        let part = try await publisher.targetsPart(version: version)
        #expect(await server.refusal(of: [part], by: publisher) == .oldVersion(role: .targets))
        #expect(try await server.versions(of: publisher.gun) == [1, 2, 2, 2])
    }
}
