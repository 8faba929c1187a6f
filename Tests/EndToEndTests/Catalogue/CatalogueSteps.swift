import NotaryService
import NotaryTesting
import TUFCore

/// The requests of one case, to a repository of its own, at one of the two servers.
struct CatalogueSteps: Sendable {
    let name: String
    let keys: CatalogueKeys
    let server: ServerKeys
    private(set) var requests: [ComparedRequest] = []
    /// The newest of what was uploaded, by role, to list in a snapshot.
    private(set) var stored: [String: PublicationPart] = [:]
    private var files: [PublicationPart] = []

    init(name: String, keys: CatalogueKeys, server: ServerKeys) {
        self.name = name
        self.keys = keys
        self.server = server
    }

    var path: String { "/v2/\(CatalogueCase.gun(name))/_trust/tuf/" }

    /// A root of one key a role, the snapshot's held by the client.
    func root(version: Int = 1) -> TestRoot {
        var root = TestRoot(
            root: keys.root.key,
            targets: keys.targets.key,
            snapshot: keys.snapshot.key,
            timestamp: server.timestamp
        )
        root.version = version
        return root
    }

    /// Publishes this version; `change` may spoil anything.
    mutating func publish(
        version: Int = 1,
        _ change: (inout PublishRecipe) throws -> Void = { _ in }
    ) async throws {
        var recipe = PublishRecipe(
            version: version,
            root: root(version: version),
            keys: keys,
            server: server,
            stored: Array(stored.values)
        )
        try change(&recipe)
        try post(await recipe.parts())
    }

    /// Uploads these parts.
    mutating func post(_ parts: [PublicationPart]) throws {
        for part in parts { stored[part.name] = part }
        files += parts
        post(parts.reduce(Multipart()) { $0.part($1.name, $1.bytes) }, holding: parts)
    }

    /// Uploads this body.
    mutating func post(_ body: Multipart, holding parts: [PublicationPart] = []) {
        let count = requests.filter { $0.method == "POST" }.count
        let number = count == 0 ? "" : " \(count + 1)"
        var request = ComparedRequest("\(name): POST\(number)", post: body, to: path)
        request.files = parts
        requests.append(request)
    }

    /// Sends any request below the repository.
    mutating func send(_ method: String, _ rest: String) {
        var request = ComparedRequest(method, path + rest)
        request.name = "\(name): \(method) \(rest)"
        requests.append(request)
    }

    /// Reads what there is now.
    mutating func read(_ roles: [String] = ["root", "targets", "snapshot", "timestamp"]) {
        for role in roles { send("GET", "\(role).json") }
    }

    /// Reads each uploaded file by its hash.
    mutating func readByHash() {
        for (index, file) in files.enumerated() {
            let digest = HashAlgorithm.sha256.digest(of: file.bytes).hex
            var request = ComparedRequest("GET", "\(path)\(file.name).\(digest).json")
            request.name = "\(name): GET \(file.name) of upload \(index + 1) by hash"
            requests.append(request)
        }
    }
}
