import Testing

@testable import PolicyEngine

@Suite("Which policies govern an image")
struct GovernanceTests {
    private func governors(
        _ image: String,
        _ yaml: String...
    ) throws -> (patterns: [String], reason: String?) {
        let manifests = yaml.map { Manifest(source: "p.yaml", text: $0) }
        let policies = PolicySet(manifests: manifests)
        let reference = try ImageReference(parsing: image)
        switch policies.governance(of: reference, in: "team") {
        case .none(let code, _): return ([code.rawValue], nil)
        case .governed(let found, let choice, _):
            return (found.map(\.pattern.text), choice?.description)
        }
    }

    @Test(
        "the most specific pattern wins, in whatever order",
        arguments: [
            (["*", "docker.io/*", "library/*"], "nginx", ["library/*"]),
            (["docker.io/*", "docker.io/library/nginx"], "nginx", ["docker.io/library/nginx"]),
            (["nginx", "nginx:1.*"], "nginx:1.2", ["nginx:1.*"]),
            (["nginx:1.2*", "nginx:1.2"], "nginx:1.2", ["nginx:1.2"]),
            (["nginx", "nginx:2"], "nginx:1", ["nginx"]),
            (["nginx", "nginx:*"], "nginx:1", ["nginx:*"]),
            (["*", "*/x"], "quay.io/x", ["*/x"]),
        ]
    )
    func mostSpecific(patterns: [String], image: String, expected: [String]) throws {
        for order in [patterns, patterns.reversed()] {
            let found = try governors(image, Fixtures.cluster(order.map { ($0, "{}") }))
            #expect(found.patterns == expected)
        }
    }

    @Test("a tie means all: the open one does not win by coming first")
    func tie() throws {
        let open = Fixtures.cluster([("nginx:1*", "{}")], name: "open")
        let closed = Fixtures.cluster([("nginx:*1", "{simple: {requirements: [{type: reject}]}}")])
        let found = try governors("nginx:1", open, closed)
        #expect(found.patterns == ["nginx:1*", "nginx:*1"])
        #expect(found.reason == "2 patterns match equally well, all must be met")
        for order in [[open, closed], [closed, open]] {
            let decision = Fixtures.decide(try Fixtures.pod("nginx:1"), order[0], order[1])
            #expect(decision.reasons.map(\.code) == [.rejected])
        }
    }

    @Test("different spellings of one pattern tie as well")
    func spellings() throws {
        let found = try governors(
            "nginx",
            Fixtures.cluster([("nginx", "{}"), ("index.docker.io/library/nginx", "{}")])
        )
        #expect(found.patterns.count == 2)
    }

    @Test("any ImagePolicy of the namespace hides all ClusterImagePolicies, even an empty one")
    func hiding() throws {
        let cluster = Fixtures.cluster([("*", "{}")])
        #expect(try governors("nginx", cluster).patterns == ["*"])
        #expect(try governors("nginx", cluster, Fixtures.namespaced([])).patterns == ["noPolicy"])
        let own = Fixtures.namespaced([("nginx", "{}")])
        #expect(try governors("nginx", cluster, own).patterns == ["nginx"])
        #expect(try governors("redis", cluster, own).patterns == ["noPolicy"])
        let other = Fixtures.resource("ImagePolicy", "namespace: other, name: o", [])
        #expect(try governors("nginx", cluster, other).patterns == ["*"])
    }

    @Test("no policy at all denies, no match denies, and the two are told apart")
    func nothing() throws {
        let none = Fixtures.decide(try Fixtures.pod("nginx"))
        #expect(none.reasons.first?.text == "there is no ImagePolicy and no ClusterImagePolicy")
        let cluster = Fixtures.cluster([("redis", "{}")])
        let noMatch = Fixtures.decide(try Fixtures.pod("nginx"), cluster)
        #expect(noMatch.reasons.first?.text == "no ClusterImagePolicy has a pattern that matches")
        let own = Fixtures.decide(try Fixtures.pod("nginx"), Fixtures.namespaced([]))
        #expect(own.reasons.first?.text == "no ImagePolicy of `team` has a pattern that matches")
    }

    @Test("why a pattern won is said")
    func reasons() throws {
        let only = try governors("nginx", Fixtures.cluster([("nginx", "{}")]))
        #expect(only.reason == "the only pattern that matches")
        let longest = try governors("nginx", Fixtures.cluster([("nginx", "{}"), ("*", "{}")]))
        #expect(longest.reason == "the most specific of 2 patterns that match")
        let exact = try governors("nginx:1", Fixtures.cluster([("nginx:1", "{}"), ("*", "{}")]))
        #expect(exact.reason == "matches exactly")
    }
}
