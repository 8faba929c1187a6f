import HTTPTypes
import HummingbirdTesting
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Requests where tokens are asked for")
struct TokenAccessTests {
    private let server: ServerUnderTest

    init() throws {
        let realm = TokenAuthenticationConfiguration.Realm.url("https://tokens.example.com/token")
        server = ServerUnderTest(
            tokens: TokenAuthenticator(realm: realm, trust: try TokenVectors.trust())
        )
    }

    private func token(_ access: JSON..., subject: String = "alice") throws -> String {
        let header: [String: JSON] = [
            "kid": .string(try TokenVectors.identifiers(of: "p256").libtrust)
        ]
        return try TestToken(subject: subject, access: access, header: header)
            .signed(by: TokenVectors.key("p256"))
    }

    private func send(
        _ method: String,
        _ path: String,
        authorization: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [:]
        headers[.authorization] = authorization
        return try await server.send(method, path, headers: headers)
    }

    private func publish(_ token: String) async throws -> TestResponse {
        let upload = try await server.publisher().upload(version: 1)
        return try await server.send(
            "POST",
            ServerUnderTest.path(""),
            headers: [.contentType: upload.contentType, .authorization: "Bearer \(token)"],
            body: upload.bytes
        )
    }

    private static let requests: [(String, String, JSON)] = [
        ("GET", "/v2/", TestToken.access("catalog", ["*"], type: "registry")),
        (
            "GET", "/v2/_trust/changefeed?records=1",
            TestToken.access("catalog", ["*"], type: "registry")
        ),
        ("GET", "/v2/lab/app/_trust/changefeed?records=1", TestToken.access("lab/app", ["pull"])),
        ("GET", ServerUnderTest.path("root.json"), TestToken.access("lab/app", ["pull"])),
        ("HEAD", ServerUnderTest.path("1.root.json"), TestToken.access("lab/app", ["pull"])),
        (
            "GET", ServerUnderTest.path("snapshot.key"),
            TestToken.access("lab/app", ["pull", "push"])
        ),
        ("POST", ServerUnderTest.path("snapshot.key"), TestToken.access("lab/app", ["*"])),
        ("DELETE", ServerUnderTest.path(""), TestToken.access("lab/app", ["*"])),
    ]

    @Test(
        "without a token, with a wrong one and with one for something else: 401, never 403",
        arguments: requests
    )
    func challenged(method: String, path: String, access: JSON) async throws {
        let other = try token(
            TestToken.access("lab/other", ["*"]),
            TestToken.access("catalog", ["push", "pull"], type: "registry")
        )
        let cases: [(String?, String?)] = [
            (nil, nil), ("Basic YTpi", nil), ("Bearer", nil), ("Bearer  a.b.c", nil),
            ("Bearer a.b.c d", nil), ("Bearer a.b.c", "invalid_token"),
            ("Bearer x", "invalid_token"), ("Bearer \(other)", "insufficient_scope"),
        ]
        let route = try #require(
            RequestTarget(path)
                .map {
                    NotaryRoute(method: method, path: $0.path)
                }
        )
        let scope = try #require(route.requiredAccess?.scope)
        for (authorization, fault) in cases {
            let response = try await send(method, path, authorization: authorization)
            #expect(response.status == .unauthorized)
            #expect(response.headers[.contentType] == "application/json; charset=utf-8")
            let end = fault.map { ",error=\"\($0)\"" } ?? ""
            #expect(
                response.headers[.wwwAuthenticate]
                    == #"Bearer realm="https://tokens.example.com/token",service="notary-lab","#
                    + "scope=\"\(scope)\"\(end)",
                "\(authorization ?? "")"
            )
            if method != "HEAD" { #expect(response.text.contains(#""code":"UNAUTHORIZED""#)) }
        }
    }

    @Test("with a token that allows it a request is answered", arguments: requests)
    func allowed(method: String, path: String, access: JSON) async throws {
        let text = try token(access)
        for scheme in ["Bearer", "bearer", "BEARER"] {
            let response = try await send(method, path, authorization: "\(scheme) \(text)")
            let isMetadata = path.hasSuffix(".json")
            #expect(response.status == (isMetadata ? .notFound : .ok))
            #expect(response.headers[.wwwAuthenticate] == nil)
        }
    }

    @Test("health and metrics are open", arguments: ["/_notary_server/health", "/metrics"])
    func open(path: String) async throws {
        #expect(try await send("GET", path).status == .ok)
        #expect(try await send("GET", path, authorization: "Bearer x").status == .ok)
    }

    @Test("what there is none of is not told to strangers, but paths are cleaned for all")
    func unknown() async throws {
        #expect(try await send("GET", "/nothing").status == .unauthorized)
        let catalog = try token(TestToken.access("catalog", ["*"], type: "registry"))
        let known = try await send("GET", "/nothing", authorization: "Bearer \(catalog)")
        #expect(known.status == .notFound)
        #expect(try await send("GET", "/v2//lab").status == .movedPermanently)
        #expect(try await send("PATCH", "/v2/").status == .methodNotAllowed)
    }

    @Test("a publish needs push and pull; one that is refused stores nothing")
    func publishing() async throws {
        for actions in [["pull"], ["push"], []] {
            let refused = try await publish(token(TestToken.access("lab/app", actions)))
            #expect(refused.status == .unauthorized)
        }
        let reader = "Bearer \(try token(TestToken.access("lab/app", ["pull"])))"
        let root = ServerUnderTest.path("root.json")
        #expect(try await send("GET", root, authorization: reader).status == .notFound)
        let published = try await publish(token(TestToken.access("lab/app", ["push", "pull"])))
        #expect(published.status == .ok, "\(published.text)")
        #expect(try await send("GET", root, authorization: reader).status == .ok)
    }

    @Test("the name in the token is in the audit line and in the request's line")
    func subject() async throws {
        let writer = try token(TestToken.access("lab/app", ["*"]), subject: "bob \"\n")
        #expect(try await publish(writer).status == .ok)
        let key = ServerUnderTest.path("timestamp.key")
        for method in ["GET", "POST"] {
            _ = try await send(method, key, authorization: "Bearer \(writer)")
        }
        _ = try await send("DELETE", ServerUnderTest.path(""), authorization: "Bearer \(writer)")
        let lines = server.logs.lines.filter { $0.contains(#""subject":"bob \"\n""#) }
        for message in ["published", "key made", "key rotated", "deleted"] {
            #expect(lines.filter { $0.contains(#""message":"\#(message)""#) }.count == 1)
        }
        #expect(lines.filter { $0.contains(#""message":"request""#) }.count == 4)
    }

    @Test("the log says why a token was refused, and does not have the token")
    func reasons() async throws {
        let root = ServerUnderTest.path("root.json")
        let other = try token(TestToken.access("lab/other", ["*"]))
        _ = try await send("GET", root)
        _ = try await send("GET", root, authorization: "Bearer a.b")
        _ = try await send("GET", root, authorization: "Bearer \(other)")
        let lines = server.logs.lines
        let reasons = [
            "UNAUTHORIZED: no token", "UNAUTHORIZED: a token has 3 parts, not 2",
            "UNAUTHORIZED: the token of `alice` does not allow `repository:lab/app:pull`",
        ]
        for reason in reasons { #expect(lines.contains { $0.contains(reason) }) }
        #expect(!lines.contains { $0.contains(other) })
    }

    @Test("refused requests are counted like others")
    func metrics() async throws {
        _ = try await send("GET", ServerUnderTest.path("root.json"))
        let text = try await send("GET", "/metrics").text
        let labels = #"{code="401",method="get",operation="GetRole"}"#
        #expect(text.contains("notary_server_http_requests_total\(labels) 1\n"))
    }
}
