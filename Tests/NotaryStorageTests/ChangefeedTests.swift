import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

extension ChangefeedQuery {
    /// Everything, from the start.
    static let all = ChangefeedQuery(records: 1000, changeID: 0, gun: nil)
}

@Suite("The changefeed of a metadata store")
struct ChangefeedTests {
    struct Page: CustomTestStringConvertible, Sendable {
        let records: Int
        let changeID: Int
        let ids: [Int]

        var testDescription: String { "records=\(records)&change_id=\(changeID)" }
    }

    @Test("every timestamp and every deletion is an entry", arguments: all)
    func entries(backEnd: BackEnd) async throws {
        let maker = try await PublicationMaker()
        let publications = try await maker.several(2)
        let deletion = TestTime.days(1)
        try await backEnd.withMetadataStore { store in
            for publication in publications { try await store.publish(publication) }
            try await store.delete(maker.gun, at: deletion)
            try await store.delete(maker.gun, at: deletion)
            let updates = publications.map { publication in
                Change.Kind.update(
                    timestampVersion: publication.timestamp.version,
                    sha256: publication.timestamp.sha256
                )
            }
            let feed = try await store.changes(.all)
            #expect(feed.map(\.kind) == updates + [.deletion])
            #expect(feed.map(\.id) == [1, 2, 3])
            #expect(feed.map(\.createdAt) == [TestTime.now, TestTime.now, deletion])
            #expect(feed.allSatisfy { $0.gun == maker.gun })
        }
    }

    @Test("pages are as Notary gives them", arguments: all, pages)
    func showsPage(backEnd: BackEnd, page: Page) async throws {
        let publications = try await PublicationMaker().several(5)
        try await backEnd.withMetadataStore { store in
            for publication in publications { try await store.publish(publication) }
            let query = ChangefeedQuery(
                records: page.records,
                changeID: page.changeID,
                gun: nil
            )
            #expect(try await store.changes(query).map(\.id) == page.ids)
        }
    }

    @Test("the feed of one repository leaves the others out", arguments: all)
    func filters(backEnd: BackEnd) async throws {
        let one = try await PublicationMaker("lab/one").first()
        let other = try await PublicationMaker("lab/One").first()
        try await backEnd.withMetadataStore { store in
            try await store.publish(one)
            try await store.publish(other)
            for (index, publication) in [one, other].enumerated() {
                for records in [10, -10] {
                    let query = ChangefeedQuery(
                        records: records,
                        changeID: 0,
                        gun: publication.gun
                    )
                    #expect(try await store.changes(query).map(\.id) == [index + 1])
                }
            }
        }
    }

    private static let all = BackEnd.allCases

    private static let pages = [
        Page(records: 0, changeID: 0, ids: [1, 2, 3, 4, 5]),
        Page(records: 2, changeID: 0, ids: [1, 2]),
        Page(records: 2, changeID: 2, ids: [3, 4]),
        Page(records: 9, changeID: 4, ids: [5]),
        Page(records: 9, changeID: 5, ids: []),
        Page(records: 2, changeID: -1, ids: [4, 5]),
        Page(records: -2, changeID: -7, ids: [4, 5]),
        Page(records: -2, changeID: 4, ids: [2, 3]),
        Page(records: -9, changeID: 2, ids: [1]),
        Page(records: -1, changeID: 0, ids: [5]),
        Page(records: Int.min, changeID: 3, ids: [1, 2]),
    ]
}
