import Testing

@testable import PolicyEngine

@Suite("Reading manifests")
struct ManifestTests {
    @Test("YAML of several documents, JSON and lists give the same policies")
    func forms() {
        let yaml =
            "---\n# none\n---\n" + Fixtures.cluster([("*", "{}")], name: "a") + "\n---\n"
            + Fixtures.namespaced([("*", "{}")])
        let json = """
            {"apiVersion":"v1","kind":"List","items":[{"apiVersion":"portieris.cloud.ibm.com/v1",
            "kind":"ClusterImagePolicy","metadata":{"name":"a"},"spec":{"repositories":[]}},
            {"apiVersion":"portieris.cloud.ibm.com/v1","kind":"ImagePolicy",
            "metadata":{"name":"own","namespace":"team"},"spec":{"repositories":[]}}]}
            """
        for text in [yaml, json] {
            let policies = Fixtures.policies(text)
            #expect(policies.diagnostics.isEmpty)
            #expect(
                policies.policies.map(\.description) == [
                    "ClusterImagePolicy a", "ImagePolicy team/own",
                ]
            )
        }
    }

    @Test("what names no namespace is in `default`, as with kubectl")
    func defaultNamespace() {
        let text = Fixtures.resource("ImagePolicy", "name: p", [])
        #expect(Fixtures.policies(text).policies.map(\.description) == ["ImagePolicy default/p"])
    }

    @Test(
        "a file that cannot be read names the place, and denies everything",
        arguments: [
            ("a: [", nil), ("a: b: c", 1), ("x: 1\nx: 2", nil), ("a: 1\n\"a\": 2", nil),
            ("- just\n- a list", 1), ("kind: X", 1), ("apiVersion: v1", 1), ("{\"a\":1,}", nil),
            ("a: !!binary aGk=", 1), ("a: !custom x", 1), ("[1]: a", nil), ("a: *nowhere", 1),
            ("<<: {a: b}", 1), ("\u{1}", nil), ("%YAML 9.9\n---\na: b", nil),
            ("kind: ImagePolcy\napiVersion: portieris.cloud.ibm.com/v1", 1),
            ("kind: ImagePolicy\napiVersion: portieris.cloud.ibm.com/v2", 1),
            (
                "kind: ImagePolicy\n"
                    + "apiVersion: securityenforcement.admission.cloud.ibm.com/v1beta1",
                1
            ),
            ("kind: ImagePolicy\napiVersion: portieris.cloud.ibm.com/v1", 1),
            ("kind: ImagePolicy\napiVersion: portieris.cloud.ibm.com/v1\nmetadata: {}", 3),
        ] as [(String, Int?)]
    )
    func unreadable(text: String, line: Int?) throws {
        let open = Fixtures.cluster([("*", "{}")])
        let policies = Fixtures.policies(open, text)
        #expect(!policies.isComplete)
        let diagnostic = try #require(policies.diagnostics.last)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.source == "policies-1.yaml")
        if let line { #expect(diagnostic.line == line, "\(diagnostic)") }
        let plan = AdmissionPlan(for: try Fixtures.pod("nginx"), under: policies)
        #expect(plan.decision(with: [:]).reasons.map(\.code) == [.unreadablePolicy])
    }

    @Test(
        "a pattern that Portieris matches at any host, and this at Docker Hub, is worth a warning",
        arguments: [
            ("team-*/app", true), ("*nginx", true), ("*r*/app:1", true), ("nginx*", false),
            ("library/*", false), ("*", false), ("*/app", false), ("*.example.com/*", false),
            ("*:5000/app", false), ("docker.io/team-*/app", false),
        ]
    )
    func hostless(pattern: String, isWarned: Bool) {
        let policies = Fixtures.policies(Fixtures.cluster([(pattern, "{}")]))
        #expect(policies.diagnostics.map(\.severity) == (isWarned ? [.warning] : []))
        #expect(policies.isComplete)
    }

    @Test("a kind that is no policy is named and left alone")
    func otherKinds() {
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}"
        let policies = Fixtures.policies(text)
        #expect(policies.isComplete)
        #expect(policies.diagnostics.map(\.severity) == [.warning])
        #expect(policies.diagnostics.first?.description.contains("v1 ConfigMap") == true)
    }

    @Test("not UTF-8, too large, too deep, too many values")
    func limits() throws {
        let invalid = PolicySet(manifests: [Manifest(source: "x.yaml", bytes: [0x61, 0xFF])])
        #expect(invalid.diagnostics.first?.message == "not UTF-8")
        let small = ManifestLimits(maximumBytes: 20, maximumDepth: 4, maximumValues: 5)
        for text in ["a: 0123456789012345678", "a: [[[[x]]]]", "[a,b,c,d,e,f]"] {
            let manifest = Manifest(source: "x.yaml", text: text)
            let policies = PolicySet(manifests: [manifest], limits: small)
            #expect(!policies.isComplete, "\(text)")
        }
        let deep = String(repeating: "[", count: 3000) + String(repeating: "]", count: 3000)
        #expect(!Fixtures.policies(deep).isComplete)
        #expect(!Fixtures.policies("a: " + deep).isComplete)
        #expect(!Fixtures.policies(String(repeating: "- ", count: 3000)).isComplete)
    }

    @Test("aliases that multiply are refused before they do")
    func laughs() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        for level in 1...12 {
            let inner = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
            text += "a\(level): &a\(level) [\(inner)]\n"
        }
        #expect(!Fixtures.policies(text).isComplete)
        #expect(!Fixtures.policies(text + "? *a12\n: y\n").isComplete)
    }

    @Test("an alias or two is fine")
    func aliases() {
        let text = """
            apiVersion: portieris.cloud.ibm.com/v1
            kind: ClusterImagePolicy
            metadata: {name: a}
            spec:
              repositories:
              - {name: nginx, policy: &open {trust: {enabled: false}}}
              - {name: redis, policy: *open}
            """
        let policies = Fixtures.policies(text)
        #expect(policies.diagnostics.isEmpty)
        #expect(policies.cluster.first?.repositories.count == 2)
    }

    @Test("a manifest cut at any byte is read or refused, never more")
    func truncated() {
        let whole = Array(Fixtures.namespaced([("nginx", Fixtures.trust)]).utf8)
        for end in 0...whole.count {
            let manifest = Manifest(source: "cut.yaml", bytes: Array(whole[..<end]))
            let policies = PolicySet(manifests: [manifest])
            #expect(policies.policies.count <= 1)
        }
    }

    @Test("the line and the field of a flaw are named")
    func description() {
        let text = Fixtures.cluster([("redis", "{}"), ("nginx", "{mutateImage: maybe}")])
        #expect(
            Fixtures.policies(text).diagnostics.map(\.description) == [
                "policies-0.yaml:7: document 1: spec.repositories[1].policy.mutateImage: error: "
                    + "is not true or false"
            ]
        )
    }
}
