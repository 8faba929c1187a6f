import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@Suite("Publishing")
struct PublishingTests {
    @Test("adds a timestamp of 14 days over the snapshot")
    func timestamp() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let timestamp = try await server.verifiedTimestamp(of: publisher)
        #expect(timestamp.version.number == 1)
        #expect(timestamp.expires == TestTime.days(14))
        let snapshot = try await server.service.current(
            .snapshot,
            of: publisher.gun,
            now: TestTime.now
        )
        #expect(timestamp.snapshot == MetaFile(describing: snapshot.bytes))
    }

    @Test("lasts as long as the settings say")
    func lifetimes() async throws {
        let settings = ServiceSettings(snapshotLifetime: 86_400, timestampLifetime: 3600)
        let server = TestServer(settings: settings)
        let publisher = try await server.published()
        let timestamp = try await server.verifiedTimestamp(of: publisher)
        #expect(timestamp.expires == TestTime.now.adding(seconds: 3600))
        #expect(try await server.verifiedSnapshot(of: publisher).expires == TestTime.days(1))
    }

    @Test("the same version eight times at once succeeds once; the others are old")
    func race() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let part = try await publisher.targetsPart(version: 2)
        let refusals = await withTaskGroup(of: NotaryServiceError?.self) { group in
            for _ in 0..<8 {
                group.addTask { await server.refusal(of: [part], by: publisher) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count { $0 == nil } == 1)
        #expect(refusals.count { $0 == .oldVersion(role: .targets) } == 7)
        #expect(try await server.versions(of: publisher.gun) == [1, 2, 2, 2])
    }

    @Test("for the first time eight times at once succeeds once")
    func firstRace() async throws {
        let server = TestServer()
        let publisher = try await server.publisher()
        let parts = try await publisher.firstParts()
        let refusals = await withTaskGroup(of: NotaryServiceError?.self) { group in
            for _ in 0..<8 {
                group.addTask { await server.refusal(of: parts, by: publisher) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(refusals.count { $0 == nil } == 1)
        #expect(refusals.count { $0 == .oldVersion(role: .root) } == 7)
    }

    @Test("is looked at anew when others publish in the middle of it, wherever that is")
    func interrupted() async throws {
        for calls in 0..<12 {
            let base = InMemoryMetadataStore()
            let server = TestServer(store: base)
            let publisher = try await server.published()
            let part = try await publisher.targetsPart(version: 2)
            let store = InterruptedMetadataStore(base, after: calls) {
                var other = publisher
                other.root.version = 2
                let key = try await server.service.rotateKey(for: .snapshot, of: publisher.gun)
                other.root.snapshot = TestRole([key])
                try await server.publish([other.rootPart()], by: other)
            }
            let interrupted = TestServer(store: store, signing: server.signing)
            #expect(await interrupted.refusal(of: [part], by: publisher) == nil, "\(calls)")
            #expect(try await server.versions(of: publisher.gun)[1] == 2)
            let snapshot = try await server.service.current(
                .snapshot,
                of: publisher.gun,
                now: TestTime.now
            )
            #expect(snapshot.version.number >= 2)
        }
    }

    @Test("leaves nothing half-stored, whichever call of the store fails")
    func storeFaults() async throws {
        let base = InMemoryMetadataStore()
        let server = TestServer(store: base)
        let publisher = try await server.published()
        let part = try await publisher.targetsPart(version: 2)
        var failures = 0
        for calls in 0..<20 {
            let failing = TestServer(
                store: FailingMetadataStore(base, after: calls),
                signing: server.signing
            )
            guard let refusal = await failing.refusal(of: [part], by: publisher) else { break }
            failures += 1
            switch refusal {
            case .uncheckableUpdate, .updating: break
            default: Issue.record("\(refusal)")
            }
            #expect(try await server.versions(of: publisher.gun) == [1, 1, 1, 1])
        }
        #expect(failures >= 3)
        #expect(try await server.versions(of: publisher.gun) == [1, 2, 2, 2])
    }

    @Test("is refused with the signer's own words while it cannot sign")
    func signerFault() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        let fault = SigningServiceError.unavailable("told to fail")
        await server.signing.fail(with: fault)
        let part = try await publisher.targetsPart(version: 2)
        let expected = UpdateRefusal.validation(message: fault.description)
        #expect(await server.refusal(of: [part], by: publisher) == .invalidUpdate(expected))
        await server.signing.fail(with: nil)
        #expect(await server.refusal(of: [part], by: publisher) == nil)
    }

    @Test(
        "is refused when the server holds fewer keys of its roles than the root demands",
        arguments: ServerRole.allCases
    )
    func threshold(role: ServerRole) async throws {
        let server = TestServer()
        var publisher = try await server.publisher()
        let foreign = publisher.targetsKey.key
        switch role {
        case .snapshot:
            publisher.root.snapshot.keys.append(foreign)
            publisher.root.snapshot.threshold = 2
        case .timestamp:
            publisher.root.timestamp.keys.append(foreign)
            publisher.root.timestamp.threshold = 2
        }
        let refusal = try await server.refusal(of: publisher.firstParts(), by: publisher)
        guard case .invalidUpdate(let reason) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(reason.name == (role == .snapshot ? "ErrBadHierarchy" : "ErrBadRoot"))
        #expect(try await server.versions(of: publisher.gun) == [nil, nil, nil, nil])
        publisher.root.snapshot.threshold = 1
        publisher.root.timestamp.threshold = 1
        #expect(try await server.refusal(of: publisher.firstParts(), by: publisher) == nil)
    }

    @Test("begins again at version 1 after a deletion, with keys that are not the old ones")
    func afterDeletion() async throws {
        let server = TestServer()
        let publisher = try await server.published()
        try await server.service.delete(publisher.gun, now: TestTime.now)
        #expect(try await server.versions(of: publisher.gun) == [nil, nil, nil, nil])
        let again = try await server.published()
        #expect(try await server.versions(of: again.gun) == [1, 1, 1, 1])
        #expect(again.root.timestamp.keys != publisher.root.timestamp.keys)
    }
}
