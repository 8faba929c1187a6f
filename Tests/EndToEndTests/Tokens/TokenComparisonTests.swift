import Foundation
import TUFCore
import Testing

/// The same requests to Debian's `notary-server` and to ours, each with token authentication.
@Suite("Token authentication beside Debian's notary-server", .serialized)
struct TokenComparisonTests {
    private static let realm = "https://localhost:24450/token"
    private static let hash = String(repeating: "ab", count: 32)
    private let keys: TokenKeys

    /// Each kind of route; the repositories do not exist.
    private static let routes: [(String, String)] = [
        ("GET", "/v2/"), ("GET", "/v2/_trust/changefeed"),
        ("GET", "/nothing"), ("PUT", "/v2/"),
        ("GET", "/v2/lab/app/_trust/changefeed"),
        ("POST", "/v2/lab/app/_trust/tuf/"), ("DELETE", "/v2/lab/app/_trust/tuf/"),
        ("GET", "/v2/lab/app/_trust/tuf/root.json"),
        ("GET", "/v2/lab/app/_trust/tuf/1.root.json"),
        ("GET", "/v2/lab/app/_trust/tuf/99999999999999999999.root.json"),
        ("GET", "/v2/lab/app/_trust/tuf/root.\(hash).json"),
        ("GET", "/v2/lab/app/_trust/tuf/targets/A.json"),
        ("GET", "/v2/lab/app/_trust/tuf/snapshot.key"),
        ("POST", "/v2/lab/app/_trust/tuf/timestamp.key"),
        ("GET", "/v2/lab/app/_trust/tuf/root.key"),
        ("GET", "/v2/Lab/caf%C3%A9%20%22%5C%2Cx/_trust/tuf/root.json"), ("PATCH", "/v2/"),
        ("GET", "/v2//lab"), ("GET", "/_notary_server/health"),
    ]

    init() async throws {
        keys = try await TokenKeys()
    }

    private static func headers(_ authorization: String?) -> [(name: String, value: String)] {
        authorization.map { [("Authorization", $0)] } ?? []
    }

    private func servers(
        autoredirect: Bool = false
    ) async throws -> (debian: DebianNotaryServer, ours: NotaryServer) {
        let debian = try await DebianNotaryServer(authentication: [
            "type": "token",
            "options": [
                "realm": .string(Self.realm), "service": "notary-lab", "issuer": "lab-issuer",
                "rootcertbundle": .string(keys.bundle), "autoredirect": .boolean(autoredirect),
            ],
        ])
        let options = keys.options(realm: Self.realm) + ["--key-algorithm", "ed25519"]
        let ours = try await NotaryServer.start(
            home: TemporaryFolder(),
            arguments: autoredirect
                ? options.dropFirst(2) + ["--token-auto-redirect"] : options
        )
        return (debian, ours)
    }

    @Test("each route with each token gets the same status, challenge and error")
    func same() async throws {
        let (debian, ours) = try await servers()
        var statuses: Set<String> = []
        for (method, path) in Self.routes {
            // Made anew for each route: some are good for a minute only.
            let authorizations = try ComparedTokens(keys: keys).alike()
            let requests = authorizations.map {
                ComparedRequest(method, path, headers: Self.headers($0.value))
            }
            let expected = try await ComparedAnswer.all(requests, at: debian.url)
            let found = try await ComparedAnswer.all(requests, at: ours.url)
            try #require(expected.count == requests.count && found.count == requests.count)
            statuses.formUnion(found.map(\.status))
            for (index, authorization) in authorizations.enumerated() {
                #expect(
                    found[index] == expected[index],
                    "\(method) \(path), token: \(authorization.name)"
                )
            }
        }
        #expect(statuses == ["200", "301", "400", "401", "404", "405"])
    }

    @Test("with autoredirect the realm is at the host that was asked")
    func autoredirect() async throws {
        let (debian, ours) = try await servers(autoredirect: true)
        let host = ("Host", "notary.example.com:4443")
        let request = ComparedRequest("GET", "/v2/", headers: [host])
        let expected = try await ComparedAnswer.all([request], at: debian.url)
        let found = try await ComparedAnswer.all([request], at: ours.url)
        #expect(found == expected)
        let realm = "realm=\"https://notary.example.com:4443/auth/token\""
        #expect(found.first?.fields[.challenge]?.contains(realm) == true)
    }

    @Test("what docs/compatibility.md lists of tokens is different")
    func different() async throws {
        let (debian, ours) = try await servers()
        for (name, token, debianStatus, ourStatus) in try ComparedTokens(keys: keys).different() {
            let requests = [ComparedRequest("GET", "/v2/", headers: Self.headers(token))]
            let theirAnswers = try await ComparedAnswer.all(requests, at: debian.url)
            let ourAnswers = try await ComparedAnswer.all(requests, at: ours.url)
            #expect(theirAnswers.map(\.status) == [debianStatus], "\(name)")
            #expect(ourAnswers.map(\.status) == [ourStatus], "\(name)")
        }
    }
}
