import HTTPTypes
import HummingbirdTesting
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Prefixes of repositories")
struct GUNPrefixesTests {
    private let server: ServerUnderTest

    init() throws {
        let prefixes = try #require(GUNPrefixes(["docker.io/", "my-own-registry.com/"]))
        // Whom no token is believed: whether a name is served is told before.
        let tokens = TokenAuthenticator(realm: .url("https://t"), trust: try TokenVectors.trust())
        server = ServerUnderTest(gunPrefixes: prefixes, tokens: tokens)
    }

    private static let hash = String(repeating: "0", count: 64)

    @Test(
        "every route of another repository is not found, without a detail",
        arguments: [
            ("GET", "_trust/tuf/root.json"), ("GET", "_trust/tuf/1.root.json"),
            ("GET", "_trust/tuf/root.\(hash).json"), ("GET", "_trust/tuf/timestamp.key"),
            ("POST", "_trust/tuf/snapshot.key"), ("DELETE", "_trust/tuf/"),
            ("GET", "_trust/changefeed?records=1"),
            ("GET", "_trust/tuf/targets.\(hash)\(hash).json"),
            ("GET", "_trust/tuf/99999999999999999999.root.json"),
        ]
    )
    func notFound(method: String, file: String) async throws {
        for name in ["lab/app", "docker.iox/app", "xdocker.io/app"] {
            let response = try await server.send(method, "/v2/\(name)/\(file)")
            #expect(response.status == .notFound)
            let body =
                #"{"errors":[{"code":"METADATA_NOT_FOUND","message":"#
                + #""You have requested metadata that does not exist."}]}"# + "\n"
            #expect(response.text == body)
        }
    }

    @Test("an update of another repository is refused with the prefixes")
    func update() async throws {
        let response = try await server.send("POST", "/v2/lab/app/_trust/tuf/")
        #expect(response.status == .badRequest)
        let body =
            #"{"errors":[{"code":"INVALID_GUN","message":"#
            + #""The server does not support actions on images of this name.","detail":"#
            + #""Require GUNs with prefix: [docker.io/ my-own-registry.com/]"}]}"# + "\n"
        #expect(response.text == body)
    }

    @Test("those below a prefix, and what is about none, go on to authentication")
    func others() async throws {
        let paths = [
            "/v2/docker.io/lab/app/_trust/tuf/root.json", "/v2/", "/v2/_trust/changefeed?records=1",
        ]
        for path in paths {
            #expect(try await server.send("GET", path).status == .unauthorized)
        }
        #expect(try await server.send("GET", "/_notary_server/health").status == .ok)
    }

    @Test(
        "a prefix is a clean path and a slash",
        arguments: [
            ("docker.io/", true), ("a/b/", true), ("a b/", true), ("..", false), ("", false),
            ("a", false), ("/", false), ("/a/", false), ("../a/", false), ("..a/", false),
            ("a//", false), ("a//b/", false), ("a/./b/", false), ("a/../b/", false), (" a/", false),
        ]
    )
    func clean(text: String, isPrefix: Bool) {
        #expect((GUNPrefixes([text]) != nil) == isPrefix)
    }
}
