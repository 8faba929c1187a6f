import Foundation
import NotaryClient
import Testing

/// One recorded row: headers, and the challenges or the error that must come of them.
struct ChallengeVector: Decodable, Sendable, CustomTestStringConvertible {
    struct Challenge: Decodable, Sendable {
        let scheme: String
        let parameters: [String: String]
    }

    private struct Table: Decodable {
        let rows: [ChallengeVector]
    }

    let header: [String]
    let challenges: [Challenge]
    let error: String?

    var testDescription: String { header.joined(separator: " | ") }

    static func all() throws -> [ChallengeVector] {
        let file = Bundle.module.url(
            forResource: "http-challenge",
            withExtension: "json",
            subdirectory: "Vectors"
        )
        guard let file else { throw CocoaError(.fileNoSuchFile) }
        return try JSONDecoder().decode(Table.self, from: Data(contentsOf: file)).rows
    }
}
