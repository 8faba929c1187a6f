import NotaryService
import NotaryTesting
import TUFCore

/// Requests that both servers get, each server one of its own that has seen nothing else.
struct CatalogueGroup: Sendable {
    let name: String
    let guns: [String]
    private let configuration: [String: JSON]?
    private let requests:
        @Sendable (CatalogueKeys, [String: ServerKeys]) async throws -> [ComparedRequest]

    /// Cases, each with a repository of its own.
    init(_ name: String, _ cases: [CatalogueCase]) {
        self.name = name
        configuration = nil
        guns = cases.map { CatalogueCase.gun($0.name) }
        requests = { keys, servers in
            var requests: [ComparedRequest] = []
            for (item, gun) in zip(cases, cases.map({ CatalogueCase.gun($0.name) })) {
                guard let server = servers[gun] else { continue }
                requests += try await item.requests(keys: keys, server: server)
            }
            return requests
        }
    }

    /// The list of this name, after what ``CatalogueSetting`` publishes.
    ///
    /// A configuration is for both servers, and then both have everything in memory.
    init(list name: String, configuration: [String: JSON]? = nil) throws {
        let list = try RequestList(named: name)
        self.name = configuration == nil ? name : "\(name), configured"
        self.configuration = configuration
        guns = CatalogueSetting.guns
        requests = { keys, servers in
            let setting = try await CatalogueSetting(keys: keys, servers: servers)
            return setting.requests + list.requests(with: setting.values)
        }
    }

    /// Sends everything to both and says what they answered differently.
    func comparisons() async throws -> [AnswerComparison] {
        let keys = try CatalogueKeys()
        let pair = try await ServerPair(configuration: configuration)
        let (theirs, ours) = try await pair.both { try await answers(keys, at: $0) }
        return zip(theirs, ours)
            .map { AnswerComparison(name: $0.name, theirs: $0.answer, ours: $1.answer) }
    }

    private func answers(
        _ keys: CatalogueKeys,
        at url: String
    ) async throws -> [(name: String, answer: ComparedAnswer)] {
        let servers = try await ServerKeys.of(guns, at: url)
        let requests = try await requests(keys, servers)
        let answers = try await ComparedAnswer.all(requests, at: url)
        let files = requests.flatMap(\.files)
        var names: [String: String] = [:]
        for (index, file) in files.enumerated() where !file.bytes.isEmpty {
            let text = String(decoding: file.bytes, as: UTF8.self)
            if names[text] == nil { names[text] = "<\(file.name), as uploaded (\(index))>" }
        }
        return zip(requests, answers).map { ($0.name, $1.naming(names)) }
    }
}
