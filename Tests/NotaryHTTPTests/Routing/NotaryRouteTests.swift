import NotaryService
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Routes")
struct NotaryRouteTests {
    private static let hash = String(repeating: "ab", count: 32)
    private static let app = GUN.known("example.com/app")
    private static let odd = GUN.known("A b/ü")

    private static let routes: [(String, NotaryRoute)] = [
        ("GET /v2/", .base),
        ("GET /metrics", .metrics),
        ("GET /_notary_server/health", .health), ("GET /health/liveness", .liveness),
        ("GET /health/readiness", .readiness),
        ("GET /v2/_trust/changefeed", .changefeed(nil)),
        ("GET /v2/example.com/app/_trust/changefeed", .changefeed(app)),
        ("POST /v2/example.com/app/_trust/tuf/", .update(app)),
        ("DELETE /v2/example.com/app/_trust/tuf/", .delete(app)),
        ("GET /v2/example.com/app/_trust/tuf/root.json", .current(app, .root)),
        ("GET /v2/A b/ü/_trust/tuf/timestamp.json", .current(odd, .timestamp)),
        ("GET /v2/example.com/app/_trust/tuf/targets/releases.json", .current(app, .releases)),
        (
            "GET /v2/example.com/app/_trust/tuf/3.root.json",
            .metadataByVersion(app, .root, version: 3)
        ),
        (
            "GET /v2/example.com/app/_trust/tuf/01.root.json",
            .metadataByVersion(app, .root, version: 1)
        ),
        (
            "GET /v2/example.com/app/_trust/tuf/0.root.json",
            .metadataByVersion(app, .root, version: 0)
        ),
        (
            "GET /v2/example.com/app/_trust/tuf/7.targets/releases.json",
            .metadataByVersion(app, .releases, version: 7)
        ),
        ("GET /v2/example.com/app/_trust/tuf/timestamp.key", .key(app, .timestamp)),
        ("GET /v2/example.com/app/_trust/tuf/snapshot.key", .key(app, .snapshot)),
        ("POST /v2/example.com/app/_trust/tuf/snapshot.key", .rotateKey(app, .snapshot)),
    ]

    private static func route(_ request: String) throws -> NotaryRoute {
        let space = try #require(request.firstIndex(of: " "))
        return NotaryRoute(
            method: String(request[..<space]),
            path: Array(request[request.index(after: space)...].utf8)
        )
    }

    @Test("each route of the original is found", arguments: routes)
    func known(request: String, route: NotaryRoute) throws {
        #expect(try Self.route(request) == route)
    }

    @Test("HEAD goes where GET goes", arguments: routes.filter { $0.0.hasPrefix("GET") })
    func head(request: String, route: NotaryRoute) throws {
        #expect(try Self.route("HEAD" + request.dropFirst(3)) == route)
    }

    @Test("a file by hash is found, for delegations too", arguments: ["root", "targets/a-b_9/c"])
    func byHash(role: String) throws {
        let route = try Self.route("GET /v2/example.com/app/_trust/tuf/\(role).\(Self.hash).json")
        let digest = try Digest(.sha256, hex: Self.hash)
        #expect(try route == .metadataByHash(Self.app, RoleName(role), digest))
    }

    @Test(
        "no route is no route",
        arguments: [
            "GET /", "GET /v2", "GET /v3/", "POST /v2/", "PUT /v2/", "POST /metrics",
            "DELETE /_notary_server/health", "GET /v2/app/_trust/tuf/", "GET /v2//_trust/tuf/",
            "GET /v2/app/_trust/tuf/root", "GET /v2/app/_trust/tuf/other.json",
            "GET /v2/app/_trust/tuf/targetsx.json", "GET /v2/app/_trust/tuf/targets/.json",
            "GET /v2/app/_trust/tuf/targets/a b.json", "GET /v2/app/_trust/tuf/-1.root.json",
            "GET /v2/app/_trust/tuf/root.key", "POST /v2/app/_trust/tuf/targets.key",
            "DELETE /v2/app/_trust/tuf/snapshot.key", "POST /v2/app/_trust/tuf/root.json",
            "GET /v2/a*b/_trust/tuf/root.json", "GET /v2/app/_trust/tuf/root.json/",
            "GET /v2/_trust/tuf/root.json", "POST /v2/app/_trust/changefeed",
        ]
    )
    func unknown(request: String) throws {
        #expect(try Self.route(request) == .notFound)
    }

    @Test(
        "other methods are not allowed, anywhere",
        arguments: ["PATCH", "OPTIONS", "TRACE", "get"]
    )
    func otherMethods(method: String) {
        #expect(NotaryRoute(method: method, path: Array("/v2/".utf8)) == .methodNotAllowed)
    }

    @Test("the name takes as much as the pattern leaves it")
    func greedy() throws {
        let last = try Self.route("GET /v2/a/_trust/tuf/targets/b/_trust/tuf/root.json")
        #expect(try last == .current(GUN("a/_trust/tuf/targets/b"), .root))
        let first = try Self.route("GET /v2/a/_trust/tuf/targets/b/_trust/tuf/c.json")
        #expect(try first == .current(GUN("a"), RoleName("targets/b/_trust/tuf/c")))
    }

    @Test(
        "a route under which nothing can be stored is told from no route",
        arguments: [
            "targets/UPPER.json", "1.targets/a.b.json", "root.\(hash.uppercased()).json",
            "root.\(hash)\(hash).json", "root.\(hash)\(hash.prefix(32)).json",
        ]
    )
    func nothingStored(file: String) throws {
        #expect(try Self.route("GET /v2/app/_trust/tuf/\(file)") == .nothingStored(.known("app")))
    }

    @Test("a version that fits no integer is a route of its own")
    func versionOutOfRange() throws {
        let digits = "99999999999999999999"
        let route = try Self.route("GET /v2/app/_trust/tuf/\(digits).root.json")
        #expect(route == .versionOutOfRange(.known("app"), digits: digits))
    }

    @Test(
        "a name that no repository can have is refused, whatever its bytes",
        arguments: [
            Array(repeating: UInt8(ascii: "a"), count: 256), [0x61, 0x00], [0xff, 0xfe], [0x0a],
            Array(repeating: UInt8(ascii: "a"), count: 1 << 20),
        ]
    )
    func impossibleNames(name: [UInt8]) {
        let start = Array("/v2/".utf8) + name
        let get = NotaryRoute(method: "GET", path: start + Array("/_trust/tuf/root.json".utf8))
        #expect(get == .nothingStored(nil))
        let key = NotaryRoute(method: "GET", path: start + Array("/_trust/tuf/timestamp.key".utf8))
        #expect(key == .notFound)
        let post = NotaryRoute(method: "POST", path: start + Array("/_trust/tuf/".utf8))
        #expect(post == .updateOfImpossibleName)
        let delete = NotaryRoute(method: "DELETE", path: start + Array("/_trust/tuf/".utf8))
        #expect(delete == .deletionOfImpossibleName)
        let feed = NotaryRoute(method: "GET", path: start + Array("/_trust/changefeed".utf8))
        #expect(feed == .changefeedOfImpossibleName)
    }

    @Test(
        "a path with a line feed that no route takes is a page not found, or a wrong method",
        arguments: [
            ("GET", "/\n", NotaryRoute.pageNotFound), ("PATCH", "/v2/\n", .pageNotFound),
            ("GET", "/v2/a\nb/_trust/tuf/", .methodNotAllowed),
            ("PUT", "/v2/a\nb/_trust/changefeed", .methodNotAllowed),
            ("GET", "/v2/a/_trust/tuf/targets/a\nb.json", .pageNotFound),
        ]
    )
    func lineFeeds(method: String, path: String, route: NotaryRoute) {
        #expect(NotaryRoute(method: method, path: Array(path.utf8)) == route)
    }
}
