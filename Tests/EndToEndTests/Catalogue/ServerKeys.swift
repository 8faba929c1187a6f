import TUFCore

/// The keys that one server gave for one repository.
struct ServerKeys: Sendable {
    let timestamp: Key
    let snapshot: Key

    /// Asks the server at `url` for the keys of each repository.
    static func of(_ guns: [String], at url: String) async throws -> [String: ServerKeys] {
        let requests = guns.flatMap { gun in
            ["timestamp", "snapshot"]
                .map {
                    ComparedRequest("GET", "/v2/\(gun)/_trust/tuf/\($0).key")
                }
        }
        let keys = try await ComparedAnswer.all(requests, at: url).map { try key($0.body) }
        let pairs = guns.enumerated()
            .map { index, gun in
                (gun, ServerKeys(timestamp: keys[2 * index], snapshot: keys[2 * index + 1]))
            }
        return Dictionary(pairs) { $1 }
    }

    private static func key(_ text: String) throws -> Key {
        let value = try JSONDocument(parsing: Array(text.utf8), limits: .untrustedMetadata).root
        let bytes = value["keyval"]?["public"]?.string.flatMap(Base64.decode)
        guard let type = value["keytype"]?.string, let bytes else {
            throw HarnessError.missingAnswers(expected: 1, output: text)
        }
        return Key(notary: KeyType(type), publicBytes: bytes)
    }
}
