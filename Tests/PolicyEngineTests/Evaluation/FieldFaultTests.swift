import PolicyEngine
import RepositorySimulation
import TUFCore
import Testing

/// Faults of peers that were reported or seen, each of which must not be one here.
@Suite("Faults of peers")
struct FieldFaultTests {
    static let trusted = Fixtures.cluster([
        ("docker.io/*", "{simple: {requirements: [{type: reject}]}}"), ("*", "{}"),
    ])

    @Test("a trusted host in the path of another does not match (Portieris before 0.14.2)")
    func hostInPath() throws {
        let policy = Fixtures.cluster([("*.trusted.example.com/x/*", "{}")])
        let evil = try Fixtures.pod("attacker.com/y.trusted.example.com/x/malware")
        #expect(!Fixtures.decide(evil, policy).isAllowed)
        let good = try Fixtures.pod("y.trusted.example.com/x/app")
        #expect(Fixtures.decide(good, policy).isAllowed)
    }

    @Test(
        "no spelling of an image escapes its policy (Portieris 0.14.2)",
        arguments: [
            "nginx", "library/nginx", "index.docker.io/nginx", "docker.io:443/library/nginx",
            "DOCKER.io/library/nginx", "registry-1.docker.io/library/nginx",
            "nginx@sha256:" + String(repeating: "ab", count: 32),
        ]
    )
    func spelling(image: String) throws {
        let decision = Fixtures.decide(try Fixtures.pod(image), Self.trusted)
        #expect(decision.reasons.map(\.code) == [.rejected])
    }

    @Test("an ownerReference admits nothing (Portieris 0.14.2)")
    func ownerReference() throws {
        let object = """
            {"metadata":{"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet",
            "name":"r","uid":"u","controller":true}]},
            "spec":{"containers":[{"image":"nginx"}]}}
            """
        let decision = Fixtures.decide(try Fixtures.review(object: object), Self.trusted)
        #expect(decision.reasons.map(\.code) == [.rejected])
    }

    @Test("no annotation or label of the object is evidence (Kyverno #16336)")
    func annotations() throws {
        let object = """
            {"metadata":{"annotations":{"kyverno.io/verify-images":"{\\"nginx\\":true}",
            "countersign/verified":"true"},"labels":
            {"securityenforcement.admission.cloud.ibm.com/namespace":"skip"}},
            "spec":{"containers":[{"image":"nginx"}]}}
            """
        #expect(!Fixtures.decide(try Fixtures.review(object: object), Self.trusted).isAllowed)
    }

    @Test("a sha512 digest is a denial with a reason, never a crash (Portieris 0.14.2)")
    func sha512() throws {
        let image = "nginx@sha512:" + String(repeating: "ab", count: 64)
        let decision = Fixtures.decide(try Fixtures.pod(image), Fixtures.cluster([("*", "{}")]))
        #expect(decision.reasons.map(\.code) == [.unreadableImage])
        #expect(decision.reasons.first?.text.contains("sha512") == true)
    }

    @Test("the first of tied policies is not the only one (Portieris 0.14.2)")
    func tie() throws {
        let policy = Fixtures.cluster([
            ("nginx", "{}"), ("docker.io/library/nginx", "{trust: {enabled: true}}"),
        ])
        #expect(
            Fixtures.decide(try Fixtures.pod("nginx"), policy).reasons.map(\.code) == [
                .unanswered
            ]
        )
    }

    @Test("the repository asked for is the image's own (Connaisseur #2164)")
    func gun() throws {
        let policy = Fixtures.cluster([("*", Fixtures.trust)])
        let plan = Fixtures.plan(try Fixtures.pod("quay.io/team/nginx", "nginx"), policy)
        #expect(
            plan.questions.map(\.gun.name) == ["quay.io/team/nginx", "docker.io/library/nginx"]
        )
    }

    @Test("a delegation outside its paths proves nothing (Connaisseur #2165)")
    func paths() async throws {
        var lab = try TrustLab()
        try lab.repository.delegate(to: .releases, paths: ["2."])
        lab.repository.add("1.0", try TrustLab.digest(0xAB), to: .releases)
        let plan = Fixtures.plan(
            try Fixtures.pod("nginx:1.0"),
            Fixtures.cluster([("*", Fixtures.trust)])
        )
        #expect(try !plan.decision(by: try await lab.search()).isAllowed)
    }

    @Test("a missing signer does not fall back to targets (Connaisseur #2151)")
    func fallback() async throws {
        let key = try #require(SigningKey.generated(.ecdsa).key.publicKey)
        let secret = SecretTests.signer("alice", SecretTests.pem(key))
        let trust = "{trust: {enabled: true, signerSecrets: [{name: alice}]}}"
        let policy = Fixtures.namespaced([("nginx", trust)])
        let plan = Fixtures.plan(try Fixtures.pod("nginx:1.0"), secret, policy)
        let decision = plan.decision(proven: try await TrustLab.signed())
        #expect(decision.reasons.first?.text.hasPrefix("signer missing") == true)
    }

    @Test("the digest that was verified is the digest that is patched in (CVE-2022-47633)")
    func resolvedOnce() async throws {
        let policy = Fixtures.cluster([("*", Fixtures.trust)])
        let review = try Fixtures.pod("nginx:1.0", "docker.io/library/nginx:1.0")
        let plan = Fixtures.plan(review, policy)
        #expect(plan.questions.count == 1)
        let decision = plan.decision(proven: try await TrustLab.signed())
        let patch = try ReadResponse(decision, to: review).patch ?? []
        #expect(Set(patch.compactMap { $0.split(separator: " ").last }).count == 1)
    }

    @Test("a digest and a tag that do not belong together are denied (Portieris 0.14.2)")
    func tagAndDigest() async throws {
        let digest = try TrustLab.digest(0xCD).hex
        let plan = Fixtures.plan(
            try Fixtures.pod("nginx:1.0@sha256:\(digest)"),
            Fixtures.cluster([("*", Fixtures.trust)])
        )
        #expect(
            plan.questions.map(\.subject) == [
                .tagWithDigest("1.0", try TrustLab.digest(0xCD))
            ]
        )
        #expect(!plan.decision(proven: try await TrustLab.signed()).isAllowed)
    }
}
