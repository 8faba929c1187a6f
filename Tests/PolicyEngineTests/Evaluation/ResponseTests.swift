import PolicyEngine
import TUFCore
import Testing

@Suite("Responses and explanations")
struct ResponseTests {
    static let policy = Fixtures.cluster([("nginx", Fixtures.trust)])

    @Test("the answer is of the version that was asked in", arguments: ["v1", "v1beta1"])
    func versions(version: String) throws {
        let review = try Fixtures.pod("nginx", version: version)
        let decision = Fixtures.decide(review, Self.policy)
        let response = try ReadResponse(decision, to: review)
        #expect(response.root["apiVersion"]?.string == "admission.k8s.io/\(version)")
        #expect(response.root["kind"]?.string == "AdmissionReview")
        #expect(response.response["uid"]?.string == "u-1")
    }

    @Test("a denial names image, policy, rule and reason")
    func denial() throws {
        let review = try Fixtures.pod("nginx")
        let decision = Fixtures.plan(review, Self.policy)
            .decision(all: .refused(TrustRefusal(.expired, "timestamp expired")))
        let response = try ReadResponse(decision, to: review)
        #expect(
            response.message
                == "deny \"docker.io/library/nginx:latest\" at spec.containers[0].image: "
                + "ClusterImagePolicy base (nginx): trust: expired: timestamp expired"
        )
        #expect(response.response["status"]?["code"]?.integer == 403)
        #expect(response.response["status"]?["reason"]?.string == "Forbidden")
        #expect(response.patch == nil)
        #expect(response.response["patchType"] == nil)
    }

    @Test("an admission says which type its patch is of, and nothing of a patch without one")
    func patchType() async throws {
        let review = try Fixtures.pod("nginx:1.0")
        let plan = Fixtures.plan(review, Self.policy)
        let admitted = plan.decision(proven: try await TrustLab.signed())
        let response = try ReadResponse(admitted, to: review)
        #expect(response.response["patchType"]?.string == "JSONPatch")
        #expect(response.response["status"] == nil)
        let exempt = Fixtures.decide(review, Fixtures.cluster([("*", "{}")]))
        #expect(try ReadResponse(exempt, to: review).response["patchType"] == nil)
    }

    @Test("warnings have one line of at most 120 bytes, once each, and only in v1")
    func warnings() async throws {
        let long = String(repeating: "é", count: 100)
        let target = try await TrustLab.signed()
        for (version, count) in [("v1", 2), ("v1beta1", 0)] {
            let review = try Fixtures.pod("nginx:1.0", "nginx:1.0", version: version)
            let plan = Fixtures.plan(review, Self.policy)
            let decision = plan.decision(proven: target, warnings: [long, "two\nlines"])
            #expect(decision.warnings == [long, "two\nlines"])
            let warnings = try ReadResponse(decision, to: review).warnings
            #expect(warnings.count == count)
            #expect(warnings.allSatisfy { $0.utf8.count <= 120 && !$0.contains("\n") })
        }
    }

    @Test("the audit annotations carry the evidence")
    func audit() async throws {
        let review = try Fixtures.pod("nginx:1.0")
        let decision = Fixtures.plan(review, Self.policy)
            .decision(proven: try await TrustLab.signed())
        let audit = try #require(
            try ReadResponse(decision, to: review).response["auditAnnotations"]
        )
        #expect(audit["decision"]?.string == "allowed")
        let image = audit["image-0"]?.string
        #expect(image?.contains("docker.io/library/nginx:1.0 proven: sha256:abab") == true)
        #expect(image?.contains("by targets key ") == true)
    }

    @Test("the explanation goes from the field to the decision, line by line")
    func explanation() async throws {
        let target = try await TrustLab.signed()
        let decision = Fixtures.plan(try Fixtures.pod("nginx:1.0"), Self.policy)
            .decision(proven: target)
        let key = try #require(target.signers.first).id
        let digest = String(repeating: "ab", count: 32)
        #expect(
            decision.explanation == [
                "request: CREATE v1 Pod team/(unnamed) by dev",
                "spec.containers[0].image: nginx:1.0",
                "  image: docker.io/library/nginx:1.0",
                "  policy: ClusterImagePolicy base, pattern `nginx`, the only pattern that matches",
                "  rule: trust",
                "  asked: https://notary.example.com for docker.io/library/nginx, tag 1.0",
                "  root: not pinned, the first seen is believed",
                "  wanted: targets/releases or targets, any of its keys",
                "  seen: targets tag 1.0, signed by key \(key)",
                "  result: proven, sha256:\(digest)",
                "  patch: docker.io/library/nginx@sha256:\(digest)",
                "decision: allowed",
            ]
        )
    }

    @Test("a denial is explained too, and so is what is not judged")
    func otherExplanations() throws {
        let denied = Fixtures.decide(try Fixtures.pod("redis"), Self.policy).explanation
        #expect(
            denied.suffix(2) == [
                "  result: refused: no ClusterImagePolicy has a pattern that matches",
                "decision: denied",
            ]
        )
        let broken = try Fixtures.review(object: #"{"spec":7}"#)
        #expect(Fixtures.decide(broken).explanation.contains("deny: `spec` is not an object"))
        let deleted = Fixtures.decide(try Fixtures.review(operation: "DELETE")).explanation
        #expect(deleted.contains("no image is judged: the operation brings no image"))
    }

    @Test("a pointer escapes what has a meaning in it")
    func pointers() {
        #expect(JSONPointer(["a/b", "c~d", "0"]).text == "/a~1b/c~0d/0")
        #expect(JSONPointer(["spec", "containers", "0"]).description == "spec.containers[0]")
        #expect(JSONPointer().text.isEmpty)
    }
}
