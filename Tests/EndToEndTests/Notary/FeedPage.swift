import Foundation

/// A page of the changefeed, as a poller reads it.
struct FeedPage: Decodable {
    /// One entry.
    struct Record: Decodable {
        let id: String
        let gun: String
        let version: Int

        private enum CodingKeys: String, CodingKey {
            case id = "ID"
            case gun = "GUN"
            case version = "Version"
        }
    }

    let records: [Record]

    init(_ text: String) throws {
        self = try JSONDecoder().decode(FeedPage.self, from: Data(text.utf8))
    }

    /// The versions of a repository's timestamps, in the order they were stored.
    func versions(of gun: String) -> [Int] {
        records.filter { $0.gun == gun }.map(\.version)
    }
}
