import Foundation
import TUFCore
import Testing

/// One folder of vectors: metadata as a server shows it, and what must come of reading it.
struct NotaryCase: CustomTestStringConvertible {
    struct Facts: Decodable {
        struct ClientConfig: Decodable {
            struct TrustPinning: Decodable {
                let certs: [String: [String]]?
                let ca: [String: String]?
                let disableTofu: Bool?

                enum CodingKeys: String, CodingKey {
                    case certs
                    case ca
                    case disableTofu = "disable_tofu"
                }
            }

            let trustPinning: TrustPinning?

            enum CodingKeys: String, CodingKey {
                case trustPinning = "trust_pinning"
            }
        }

        let gun: String
        let description: String
        let referenceTime: String
        let lookups: [String: String?]?
        let target: String?
        let accept: Bool?
        let withClientCache: Bool?
        let clientConfig: ClientConfig?
        let out: String?

        enum CodingKeys: String, CodingKey {
            case gun
            case description
            case lookups
            case target
            case accept
            case out
            case referenceTime = "reference_time"
            case withClientCache = "with_client_cache"
            case clientConfig = "client_config"
        }
    }

    let name: String
    let folder: URL
    let facts: Facts

    var testDescription: String { "\(name): \(facts.description)" }

    static let good = all(in: "good")
    static let tampered = all(in: "tampered")

    static var vectors: URL {
        Bundle.module.bundleURL.appending(path: "Vectors/notary")
    }

    static func all(in group: String) -> [NotaryCase] {
        let folder = vectors.appending(path: group)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { try? NotaryCase(folder.appending(path: $0)) }
    }

    static func named(_ name: String, in group: String = "good") throws -> NotaryCase {
        try NotaryCase(vectors.appending(path: group).appending(path: name))
    }

    init(_ folder: URL) throws {
        self.folder = folder
        name = folder.lastPathComponent
        let data = try Data(contentsOf: folder.appending(path: "case.json"))
        facts = try JSONDecoder().decode(Facts.self, from: data)
    }

    func gun() throws -> GUN { try GUN(facts.gun) }

    func rules() throws -> NotaryRootRules { NotaryRootRules(gun: try gun()) }

    func start() throws -> UpdateStartTime {
        struct BadTime: Error {}
        guard let time = UTCTime(rfc3339: facts.referenceTime) else { throw BadTime() }
        return UpdateStartTime(time)
    }

    func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    func metadata(_ role: String) throws -> [UInt8] { try bytes("metadata/\(role).json") }
}
