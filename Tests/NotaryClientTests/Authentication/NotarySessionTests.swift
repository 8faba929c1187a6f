import NotaryClient
import TUFCore
import Testing

/// How a session gets in, and where it never sends a credential.
@Suite struct NotarySessionTests {
    private static let body: [UInt8] = Array("{}".utf8)
    private static let token = Array(#"{"token":"t0k"}"#.utf8)

    private func session(
        _ transport: ScriptedTransport,
        server: String = "https://registry.example.com:4443",
        gun: String = "registry.example.com/app",
        credentials: [HostCredential] = [],
        realms: RealmRule = RealmRule()
    ) throws -> NotarySession {
        NotarySession(
            server: try HTTPURL(parsing: server),
            gun: try GUN(gun),
            credentials: credentials,
            realms: realms,
            transport: transport,
            deadline: .now + .seconds(60)
        )
    }

    private static func credential(_ user: String) -> HostCredential {
        HostCredential(host: "registry.example.com", username: user, password: "secret")
    }

    /// A server that wants a token of `realm`, and a token server that gives it to `users` only.
    private static func tokenWorld(
        realm: String,
        users: Set<String?>
    ) -> ScriptedTransport {
        ScriptedTransport { request throws(TransportError) in
            if request.url.description.hasPrefix(realm) {
                let known = users.contains { user in
                    user.map { credential($0).expectedBasic } == request.authorization
                }
                return known ? HTTPAnswer(status: 200, body: token) : HTTPAnswer(status: 401)
            }
            guard request.authorization == "Bearer t0k" else {
                return HTTPAnswer(
                    status: 401,
                    authenticateHeaders: [
                        #"Bearer realm="\#(realm)",service="notary",scope="repository:x:push,pull""#
                    ]
                )
            }
            return HTTPAnswer(status: 200, body: body)
        }
    }

    @Test("a file is asked for where Notary serves it, without credentials")
    func fileURL() async throws {
        let transport = ScriptedTransport { _ in HTTPAnswer(status: 200, body: Self.body) }
        let session = try session(
            transport,
            server: "https://notary.example.com/base/",
            gun: "localhost:5000/A b/\u{e9}",
            credentials: [Self.credential("alice")]
        )
        #expect(try await session.file(named: "targets/releases.json", byteLimit: 9) == Self.body)
        let request = try #require(transport.requests.first)
        #expect(
            request.url.description
                == "https://notary.example.com/base/v2/localhost:5000/A%20b/%C3%A9"
                + "/_trust/tuf/targets/releases.json"
        )
        #expect(request.authorization == nil)
        #expect(request.byteLimit == 9)
    }

    @Test("404 says that there is no such file")
    func notFound() async throws {
        let session = try session(ScriptedTransport { _ in HTTPAnswer(status: 404) })
        #expect(try await session.file(named: "root.json", byteLimit: 1) == nil)
    }

    @Test("any other status is not taken for a missing file", arguments: [204, 301, 400, 500, 503])
    func unexpectedStatus(_ status: Int) async throws {
        let session = try session(ScriptedTransport { _ in HTTPAnswer(status: status) })
        await #expect(
            throws: NotaryClientError.unexpectedStatus(
                server: "https://registry.example.com:4443",
                status: status
            )
        ) { try await session.file(named: "root.json", byteLimit: 1) }
    }

    @Test(
        "names that a server would clean into another repository's are refused",
        arguments: [
            "a//b", "a/../b", "./a", "a/", "/a",
        ]
    )
    func uncleanName(_ gun: String) async throws {
        let transport = ScriptedTransport { _ in HTTPAnswer(status: 404) }
        let session = try session(transport, gun: gun)
        let name = try GUN(gun)
        await #expect(throws: NotaryClientError.unaddressable(gun: name)) {
            try await session.file(named: "root.json", byteLimit: 1)
        }
        #expect(transport.requests.isEmpty)
    }

    @Test("a token is asked for this repository and to pull only, and kept for the next file")
    func token() async throws {
        let transport = Self.tokenWorld(
            realm: "https://registry.example.com/token",
            users: ["alice"]
        )
        let session = try session(transport, credentials: [Self.credential("alice")])
        #expect(try await session.file(named: "root.json", byteLimit: 9) == Self.body)
        #expect(try await session.file(named: "timestamp.json", byteLimit: 9) == Self.body)
        let requests = transport.requests
        #expect(requests.count == 4)
        #expect(
            requests[1].url.description
                == "https://registry.example.com/token?account=alice"
                + "&scope=repository:registry.example.com/app:pull&service=notary"
        )
        #expect(requests[1].authorization == Self.credential("alice").expectedBasic)
        #expect(requests[3].authorization == "Bearer t0k")
    }

    @Test("the next credential is tried, then nobody's", arguments: ["carol", nil] as [String?])
    func nextCredential(_ admitted: String?) async throws {
        let transport = Self.tokenWorld(
            realm: "https://registry.example.com/token",
            users: [admitted]
        )
        let session = try session(
            transport,
            credentials: ["alice", "bob", "carol"].map(Self.credential)
        )
        #expect(try await session.file(named: "root.json", byteLimit: 9) == Self.body)
    }

    @Test("when no credential is let in, that is not a missing file")
    func accessDenied() async throws {
        let transport = ScriptedTransport { request in
            request.url.path == "/token"
                ? HTTPAnswer(status: 200, body: Self.token)
                : HTTPAnswer(
                    status: request.authorization == nil ? 401 : 403,
                    authenticateHeaders: [#"Bearer realm="https://registry.example.com/token""#]
                )
        }
        let session = try session(transport, credentials: [Self.credential("alice")])
        let error = await #expect(throws: NotaryClientError.self) {
            try await session.file(named: "root.json", byteLimit: 9)
        }
        #expect(
            error
                == .accessDenied(
                    server: "https://registry.example.com:4443",
                    status: 403,
                    tried: ["`alice@registry.example.com`", "anonymous"]
                )
        )
        #expect(error?.description.contains("secret") == false)
    }

    @Test(
        "nothing is sent to a realm of somebody else's choice (CVE-2025-27403)",
        arguments: [
            "https://evil.example/token", "http://registry.example.com/token",
            "https://registry.example.com.evil.example/token",
            "https://registry.example.com@evil.example/token", "https://10.0.0.1/token",
            "file:///etc/passwd", "",
        ]
    )
    func foreignRealm(_ realm: String) async throws {
        let transport = ScriptedTransport { _ in
            HTTPAnswer(status: 401, authenticateHeaders: [#"Bearer realm="\#(realm)""#])
        }
        let session = try session(transport, credentials: [Self.credential("alice")])
        await #expect(throws: NotaryClientError.self) {
            try await session.file(named: "root.json", byteLimit: 9)
        }
        #expect(transport.requests.map(\.authorization) == [nil])
    }

    @Test("a realm elsewhere is asked once the configuration names it")
    func allowedRealm() async throws {
        let transport = Self.tokenWorld(realm: "https://auth.example.net/token", users: ["alice"])
        let session = try session(
            transport,
            credentials: [Self.credential("alice")],
            realms: RealmRule(issuersForAll: ["Auth.Example.net"])
        )
        #expect(try await session.file(named: "root.json", byteLimit: 9) == Self.body)
    }

    @Test("the registry's own host may issue tokens for a trust server elsewhere")
    func registryRealm() async throws {
        let transport = Self.tokenWorld(
            realm: "https://registry.example.com/token",
            users: ["alice"]
        )
        let session = try session(
            transport,
            server: "https://notary.example.net",
            credentials: [Self.credential("alice")]
        )
        #expect(try await session.file(named: "root.json", byteLimit: 9) == Self.body)
    }

    @Test("a Basic challenge is answered only for the credential's own host")
    func basicOnlyForOwnHost() async throws {
        let transport = ScriptedTransport { request in
            request.authorization == nil
                ? HTTPAnswer(status: 401, authenticateHeaders: ["Basic realm=x"])
                : HTTPAnswer(status: 200, body: Self.body)
        }
        let own = try session(transport, credentials: [Self.credential("alice")])
        #expect(try await own.file(named: "root.json", byteLimit: 9) == Self.body)

        for server in ["https://notary.example.net", "http://registry.example.com"] {
            let count = transport.requests.count
            let other = try session(
                transport,
                server: server,
                credentials: [Self.credential("alice")]
            )
            await #expect(throws: NotaryClientError.self) {
                try await other.file(named: "root.json", byteLimit: 9)
            }
            #expect(transport.requests.dropFirst(count).map(\.authorization) == [nil])
        }
    }

    @Test(
        "a token that cannot stand in a header is no token",
        arguments: [
            #"{"token":"a\r\nX: y"}"#, #"{"token":""}"#, #"{"token":1}"#, "[]", "",
            #"{"token":"a b"}"#,
        ]
    )
    func badToken(_ answer: String) async throws {
        let transport = ScriptedTransport { request in
            request.url.path == "/token"
                ? HTTPAnswer(status: 200, body: Array(answer.utf8))
                : HTTPAnswer(
                    status: 401,
                    authenticateHeaders: [#"Bearer realm="https://registry.example.com/token""#]
                )
        }
        let session = try session(transport)
        await #expect(throws: NotaryClientError.self) {
            try await session.file(named: "root.json", byteLimit: 9)
        }
        #expect(transport.requests.allSatisfy { $0.authorization == nil })
    }
}

extension HostCredential {
    fileprivate var expectedBasic: String {
        "Basic " + Base64.encode(Array("\(username):\(password)".utf8))
    }
}
