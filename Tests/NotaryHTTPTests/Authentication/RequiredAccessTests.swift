import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("What a token must allow")
struct RequiredAccessTests {
    private static let hash = String(repeating: "ab", count: 32)

    private func access(_ method: String, _ path: String) -> String? {
        NotaryRoute(method: method, path: Array(path.utf8)).requiredAccess?.scope
    }

    @Test(
        "each route asks for what the original asks for",
        arguments: [
            ("GET", "/v2/", "registry:catalog:*"),
            ("POST", "/v2/lab/app/_trust/tuf/", "repository:lab/app:push,pull"),
            ("GET", "/v2/lab/app/_trust/tuf/root.\(hash).json", "repository:lab/app:pull"),
            ("GET", "/v2/lab/app/_trust/tuf/1.root.json", "repository:lab/app:pull"),
            ("GET", "/v2/lab/app/_trust/tuf/root.json", "repository:lab/app:pull"),
            ("HEAD", "/v2/lab/app/_trust/tuf/root.json", "repository:lab/app:pull"),
            ("GET", "/v2/lab/app/_trust/tuf/targets/a.json", "repository:lab/app:pull"),
            ("GET", "/v2/lab/app/_trust/tuf/targets/A.json", "repository:lab/app:pull"),
            (
                "GET", "/v2/lab/app/_trust/tuf/99999999999999999999.root.json",
                "repository:lab/app:pull"
            ),
            ("GET", "/v2/lab/app/_trust/tuf/snapshot.key", "repository:lab/app:push,pull"),
            ("GET", "/v2/lab/app/_trust/tuf/timestamp.key", "repository:lab/app:push,pull"),
            ("POST", "/v2/lab/app/_trust/tuf/snapshot.key", "repository:lab/app:*"),
            ("DELETE", "/v2/lab/app/_trust/tuf/", "repository:lab/app:*"),
            ("GET", "/v2/lab/app/_trust/changefeed", "repository:lab/app:pull"),
            ("GET", "/v2/_trust/changefeed", "registry:catalog:*"),
            ("GET", "/", "registry:catalog:*"), ("PUT", "/v2/", "registry:catalog:*"),
            ("DELETE", "/v2/lab/app/_trust/tuf/root.json", "registry:catalog:*"),
            ("POST", "/v2/a\u{7}/_trust/tuf/", "registry:catalog:*"),
        ]
    )
    func routes(method: String, path: String, scope: String) {
        #expect(access(method, path) == scope)
    }

    @Test(
        "health, metrics and methods that there are none of ask for nothing",
        arguments: [
            ("GET", "/_notary_server/health"), ("GET", "/metrics"), ("HEAD", "/metrics"),
            ("GET", "/health/liveness"), ("GET", "/health/readiness"),
            ("PATCH", "/v2/"), ("OPTIONS", "/v2/lab/app/_trust/tuf/"),
        ]
    )
    func open(method: String, path: String) {
        #expect(access(method, path) == nil)
    }

    private func granted(
        _ name: String,
        _ actions: [String],
        type: String = "repository"
    ) throws -> GrantedAccess {
        let json: JSON = [
            "type": .string(type), "name": .string(name),
            "actions": .array(actions.map { .string($0) }),
        ]
        let limits = JSONLimits(maximumBytes: 1000, maximumDepth: 8)
        let document = try JSONDocument(parsing: json.serialized(), limits: limits)
        return try GrantedAccess(TokenMembers(document.root, of: .claims))
    }

    @Test(
        "every action must be there, and `*` is all of them",
        arguments: [
            (["pull"], true, false, false), (["push"], false, false, false),
            (["push", "pull"], true, true, false), (["*"], true, true, true),
            (["pull", "*"], true, true, true), ([], false, false, false),
            (["PULL", "push,pull"], false, false, false),
        ]
    )
    func actions(actions: [String], pull: Bool, push: Bool, all: Bool) throws {
        let granted = [try granted("lab/app", actions)]
        let repository = { RequiredAccess.repository("lab/app", $0) }
        #expect(repository([.pull]).isAllowed(by: granted) == pull)
        #expect(repository([.push, .pull]).isAllowed(by: granted) == push)
        #expect(repository([.all]).isAllowed(by: granted) == all)
    }

    @Test("actions may stand in several entries")
    func severalEntries() throws {
        let granted = [
            try granted("lab/app", ["pull"]), try granted("other", ["*"]),
            try granted("lab/app", ["push"]),
        ]
        #expect(RequiredAccess.repository("lab/app", [.push, .pull]).isAllowed(by: granted))
        #expect(!RequiredAccess.repository("lab/app", [.all]).isAllowed(by: granted))
    }

    @Test(
        "another name or type allows nothing, however much it looks the same",
        arguments: [
            ("repository", "lab/ap"), ("repository", "lab/app/"), ("repository", "LAB/app"),
            ("repository", "lab/*"), ("repository", "*"), ("repository", ""),
            ("registry", "lab/app"), ("", "lab/app"), ("repository", "la\u{62}/ap\u{70}\u{200b}"),
        ]
    )
    func otherResource(type: String, name: String) throws {
        let granted = [try granted(name, ["*"], type: type)]
        #expect(!RequiredAccess.repository("lab/app", [.pull]).isAllowed(by: granted))
    }

    @Test("names are compared byte by byte, and not as Swift compares texts")
    func bytes() throws {
        let granted = [try granted("caf\u{e9}", ["*"])]
        #expect(RequiredAccess.repository("caf\u{e9}", [.pull]).isAllowed(by: granted))
        #expect("caf\u{e9}" == "cafe\u{301}")
        #expect(!RequiredAccess.repository("cafe\u{301}", [.pull]).isAllowed(by: granted))
    }

    @Test("the catalog is a resource of its own")
    func catalog() throws {
        #expect(
            try RequiredAccess.catalog.isAllowed(
                by: [granted("catalog", ["*"], type: "registry")]
            )
        )
        #expect(
            try !RequiredAccess.catalog.isAllowed(
                by: [granted("catalog", ["pull"], type: "registry"), granted("catalog", ["*"])]
            )
        )
    }
}
