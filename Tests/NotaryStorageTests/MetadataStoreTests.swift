import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@Suite("The contract of a metadata store")
struct MetadataStoreTests {
    @Test("what was published is read back by role, hash and version", arguments: all)
    func readsBack(backEnd: BackEnd) async throws {
        let maker = try await PublicationMaker()
        let publications = try await maker.several(2)
        try await backEnd.withMetadataStore { store in
            for publication in publications { try await store.publish(publication) }
            for file in publications.flatMap(\.files) {
                let byHash = try await store.metadata(file.role, of: maker.gun, sha256: file.sha256)
                #expect(byHash == file)
                let byVersion = try await store.metadata(
                    file.role,
                    of: maker.gun,
                    version: file.version
                )
                #expect(byVersion == file)
            }
            #expect(try await store.current(.root, of: maker.gun)?.version.number == 1)
            for role: RoleName in [.targets, .snapshot, .timestamp] {
                #expect(try await store.current(role, of: maker.gun)?.version.number == 2)
            }
        }
    }

    @Test("the head is the current timestamp, and each publication's is another", arguments: all)
    func head(backEnd: BackEnd) async throws {
        let maker = try await PublicationMaker()
        let publications = try await maker.several(3)
        let other = try GUN("lab/other")
        try await backEnd.withMetadataStore { store in
            #expect(try await store.head(of: maker.gun) == nil)
            for publication in publications {
                try await store.publish(publication)
                #expect(try await store.head(of: maker.gun) == publication.timestamp.sha256)
                #expect(try await store.head(of: other) == nil)
                guard let immediate = store as? any ImmediateHeads else { continue }
                let head = HeadAtOnce.known(publication.timestamp.sha256)
                #expect(immediate.headAtOnce(of: maker.gun) == head)
                #expect(immediate.headAtOnce(of: other) == .known(nil))
            }
            #expect(Set(publications.map(\.timestamp.sha256)).count == 3)
            try await store.delete(maker.gun, at: TestTime.now)
            #expect(try await store.head(of: maker.gun) == nil)
            #expect((store as? any ImmediateHeads)?.headAtOnce(of: maker.gun) == .known(nil))
        }
    }

    @Test("what was not published is not found", arguments: all)
    func findsNothingElse(backEnd: BackEnd) async throws {
        let maker = try await PublicationMaker()
        let publication = try await maker.first()
        try await backEnd.withMetadataStore { store in
            #expect(try await store.current(.root, of: maker.gun) == nil)
            try await store.publish(publication)
            let delegation = try RoleName("targets/releases")
            #expect(try await store.current(delegation, of: maker.gun) == nil)
            let root = try #require(try await store.current(.root, of: maker.gun))
            let other = try GUN("lab/other")
            #expect(try await store.metadata(.targets, of: maker.gun, sha256: root.sha256) == nil)
            #expect(try await store.metadata(.root, of: other, sha256: root.sha256) == nil)
            #expect(try await store.metadata(.root, of: other, version: .first) == nil)
            let second = MetadataVersion.first.next
            #expect(try await store.metadata(.root, of: maker.gun, version: second) == nil)
        }
    }

    @Test("a publication with one file that is not newer adds nothing", arguments: all)
    func olderVersionAddsNothing(backEnd: BackEnd) async throws {
        let maker = try await PublicationMaker()
        let first = try await maker.first()
        try await backEnd.withMetadataStore { store in
            try await store.publish(first)
            let again = StoreError.olderVersion(role: .root, stored: .first, offered: .first)
            await #expect(throws: again) { try await store.publish(first) }
            #expect(try await store.changes(ChangefeedQuery.all).count == 1)
            #expect(try await store.current(.timestamp, of: maker.gun) == first.timestamp)
        }
    }

    @Test("a publication checked against another state adds nothing", arguments: all)
    func changedBasisAddsNothing(backEnd: BackEnd) async throws {
        let maker = try await PublicationMaker()
        let publications = try await maker.several(3)
        try await backEnd.withMetadataStore { store in
            try await store.publish(publications[0])
            await #expect(throws: StoreError.basisChanged(gun: maker.gun)) {
                try await store.publish(publications[2])
            }
            #expect(try await store.current(.targets, of: maker.gun)?.version.number == 1)
            #expect(try await store.changes(ChangefeedQuery.all).count == 1)
            await #expect(throws: StoreError.basisChanged(gun: maker.gun)) {
                try await store.delete(maker.gun, at: TestTime.now)
                try await store.publish(publications[1])
            }
            #expect(try await store.current(.targets, of: maker.gun) == nil)
        }
    }

    @Test("of eight publishers of one version exactly one wins", arguments: all)
    func oneWins(backEnd: BackEnd) async throws {
        let maker = try await PublicationMaker()
        let publications = try await maker.several(2)
        try await backEnd.withMetadataStore { store in
            try await store.publish(publications[0])
            let winners = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        do {
                            try await store.publish(publications[1])
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(winners == 1)
            #expect(try await store.changes(ChangefeedQuery.all).map(\.id) == [1, 2])
        }
    }

    @Test("deleting a repository leaves those whose names begin alike", arguments: all)
    func deletesExactly(backEnd: BackEnd) async throws {
        let short = try await PublicationMaker("lab/b").first()
        let long = try await PublicationMaker("lab/bc").first()
        let below = try await PublicationMaker("lab/b/c").first()
        try await backEnd.withMetadataStore { store in
            for publication in [short, long, below] { try await store.publish(publication) }
            try await store.delete(short.gun, at: TestTime.now)
            #expect(try await store.current(.root, of: short.gun) == nil)
            for publication in [long, below] {
                let timestamp = try await store.current(.timestamp, of: publication.gun)
                #expect(timestamp == publication.timestamp)
            }
        }
    }

    @Test("a deleted repository can begin again at version 1", arguments: all)
    func beginsAgain(backEnd: BackEnd) async throws {
        let publication = try await PublicationMaker().first()
        try await backEnd.withMetadataStore { store in
            try await store.publish(publication)
            try await store.delete(publication.gun, at: TestTime.now)
            try await store.publish(publication)
            #expect(try await store.current(.root, of: publication.gun)?.version == .first)
        }
    }

    @Test("names are compared as bytes", arguments: all)
    func comparesBytes(backEnd: BackEnd) async throws {
        let names = [
            "lab/small", "lab/SMALL", "lab/small ", "lab/sm\u{E4}ll", "lab/sma\u{308}ll",
        ]
        try await backEnd.withMetadataStore { store in
            var timestamps: [Digest] = []
            for name in names {
                let publication = try await PublicationMaker(name).first()
                try await store.publish(publication)
                timestamps.append(publication.timestamp.sha256)
            }
            for (name, timestamp) in zip(names, timestamps) {
                let found = try await store.current(.timestamp, of: GUN(name))
                #expect(found?.sha256 == timestamp)
            }
            try await store.delete(GUN(names[0]), at: TestTime.now)
            for name in names.dropFirst() {
                #expect(try await store.current(.timestamp, of: GUN(name)) != nil)
            }
        }
    }

    @Test("a store that works says so", arguments: all)
    func isHealthy(backEnd: BackEnd) async throws {
        try await backEnd.withMetadataStore { store in
            try await store.checkHealth()
        }
    }

    private static let all = BackEnd.allCases
}
