import PolicyEngine
import TUFCore
import Testing

@Suite("Updates, deletions and what is not judged")
struct UpdateTests {
    static let open = Fixtures.cluster([("good/*", "{}")])
    static let trust = Fixtures.cluster([("*", Fixtures.trust)])

    private func pod(
        _ image: String,
        deleted: Bool = false,
        more: String = ""
    ) -> String {
        let metadata = deleted ? #"{"deletionTimestamp":"2026-11-23T00:00:00Z"}"# : "{}"
        return #"{"kind":"Pod","metadata":\#(metadata),"spec":{"containers":"#
            + #"[{"name":"c","image":"\#(image)"}]\#(more)}}"#
    }

    @Test("DELETE and CONNECT bring no image", arguments: ["DELETE", "CONNECT"])
    func noObject(operation: String) throws {
        let review = try Fixtures.review(operation: operation, object: pod("evil/x"))
        #expect(Fixtures.decide(review).pass == .operationBringsNoImage)
    }

    @Test("an object being deleted passes when no image changes, so that finalizers can go")
    func beingDeleted() throws {
        let review = try Fixtures.review(
            operation: "UPDATE",
            object: pod("evil/x"),
            oldObject: pod("evil/x", deleted: true)
        )
        #expect(Fixtures.decide(review, Self.open).pass == .beingDeleted)
    }

    @Test(
        "it does not pass when an image changes, or only the new object claims it, or on CREATE",
        arguments: [
            ("UPDATE", "evil/x", "evil/y", false, true),
            ("UPDATE", "evil/x", "evil/x", true, false),
            ("CREATE", "evil/x", "evil/x", true, true),
        ]
    )
    func notBeingDeleted(
        operation: String,
        old: String,
        new: String,
        newIsDeleted: Bool,
        oldIsDeleted: Bool
    ) throws {
        let review = try Fixtures.review(
            operation: operation,
            object: pod(new, deleted: newIsDeleted),
            oldObject: pod(old, deleted: oldIsDeleted)
        )
        #expect(Fixtures.decide(review, Self.open).reasons.map(\.code) == [.noPolicy])
    }

    @Test("a new ephemeral container in an object being deleted is judged")
    func deletedWithNewContainer() throws {
        let more = #","ephemeralContainers":[{"name":"e","image":"evil/x"}]"#
        let review = try Fixtures.review(
            operation: "UPDATE",
            object: pod("good/x", more: more),
            oldObject: pod("good/x", deleted: true)
        )
        #expect(!Fixtures.decide(review, Self.open).isAllowed)
    }

    @Test("an unchanged image is judged on UPDATE all the same")
    func unchanged() throws {
        let review = try Fixtures.review(
            operation: "UPDATE",
            object: pod("evil/x"),
            oldObject: pod("evil/x")
        )
        #expect(!Fixtures.decide(review, Self.open).isAllowed)
    }

    @Test("status, scale and the like cannot change an image", arguments: ["status", "resize"])
    func subresources(name: String) throws {
        let review = try Fixtures.review(
            operation: "UPDATE",
            object: pod("evil/x"),
            subresource: name
        )
        #expect(Fixtures.decide(review).pass == .subresourceBringsNoImage)
        let other = try Fixtures.review(
            operation: "UPDATE",
            object: pod("evil/x"),
            subresource: "unheard-of"
        )
        #expect(!Fixtures.decide(other, Self.open).isAllowed)
    }

    @Test("on the ephemeral subresource of a whole Pod only ephemeral containers are judged")
    func ephemeralPod() async throws {
        let old = #"{"name":"e0","image":"nginx:1.0"}"#
        let new = #"{"name":"e1","image":"nginx:1.0"}"#
        let review = try Fixtures.review(
            operation: "UPDATE",
            object: pod("evil/x", more: #","ephemeralContainers":[\#(old),\#(new)]"#),
            oldObject: pod("evil/x", more: #","ephemeralContainers":[\#(old)]"#),
            subresource: "ephemeralcontainers"
        )
        let plan = Fixtures.plan(review, Self.trust)
        #expect(plan.images.map(\.field.slot) == [.ephemeralContainers, .ephemeralContainers])
        let decision = plan.decision(proven: try await TrustLab.signed())
        let patch = try ReadResponse(decision, to: review).patch
        #expect(patch?.count == 1)
        #expect(patch?.first?.hasPrefix("replace /spec/ephemeralContainers/1/image ") == true)
        #expect(!plan.decision(with: [:]).isAllowed)
    }

    @Test("a list of ephemeral containers as up to Kubernetes 1.21 is judged too")
    func ephemeralList() async throws {
        let object = #"{"ephemeralContainers":[{"name":"e","image":"nginx:1.0"}]}"#
        let review = try Fixtures.review(
            kind: "EphemeralContainers",
            operation: "UPDATE",
            object: object,
            subresource: "ephemeralcontainers"
        )
        let plan = Fixtures.plan(review, Self.trust)
        #expect(plan.decision(proven: try await TrustLab.signed()).isAllowed)
        #expect(!plan.decision(with: [:]).isAllowed)
    }

    @Test("what an UPDATE may not change is judged and not patched")
    func immutable() async throws {
        let spec = pod("nginx:1.0", more: #","ephemeralContainers":[{"image":"nginx:1.0"}]"#)
        let update = try Fixtures.review(operation: "UPDATE", object: spec, oldObject: spec)
        let target = try await TrustLab.signed()
        let decision = Fixtures.plan(update, Self.trust).decision(proven: target)
        #expect(try ReadResponse(decision, to: update).patch?.count == 1)
        let job = #"{"spec":{"template":{"spec":{"containers":[{"image":"nginx:1.0"}]}}}}"#
        for (operation, count) in [("CREATE", 1), ("UPDATE", nil)] as [(String, Int?)] {
            let review = try Fixtures.review(
                kind: "Job",
                group: "batch",
                operation: operation,
                object: job
            )
            let decision = Fixtures.plan(review, Self.trust).decision(proven: target)
            #expect(decision.isAllowed)
            #expect(try ReadResponse(decision, to: review).patch?.count == count)
        }
    }

    @Test("a mirror pod is judged and not patched; the annotation alone makes none")
    func mirrorPod() async throws {
        let object =
            #"{"metadata":{"annotations":{"kubernetes.io/config.mirror":"x"}},"#
            + #""spec":{"containers":[{"image":"nginx:1.0"}]}}"#
        let target = try await TrustLab.signed()
        for (user, count) in [("system:node:n1", nil), ("dev", 1)] as [(String, Int?)] {
            let review = try Fixtures.review(object: object, user: user)
            let plan = Fixtures.plan(review, Self.trust)
            let decision = plan.decision(proven: target)
            #expect(try ReadResponse(decision, to: review).patch?.count == count)
            #expect(!plan.decision(with: [:]).isAllowed)
        }
        let plain = try Fixtures.review(object: pod("nginx:1.0"), user: "system:node:n1")
        let decision = Fixtures.plan(plain, Self.trust).decision(proven: target)
        #expect(try ReadResponse(decision, to: plain).patch?.count == 1)
    }

    @Test("a request that names no namespace is denied")
    func noNamespace() throws {
        let text = """
            {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u",
            "kind":{"kind":"Pod"},"operation":"CREATE",
            "object":{"metadata":{"namespace":"team"},"spec":{"containers":[{"image":"a"}]}}}}
            """
        let review = try AdmissionReview(parsing: Array(text.utf8))
        let decision = Fixtures.decide(review, Fixtures.cluster([("*", "{}")]))
        #expect(decision.reasons.map(\.code) == [.unreadableObject])
    }
}
