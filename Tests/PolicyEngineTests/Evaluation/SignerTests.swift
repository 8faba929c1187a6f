import PolicyEngine
import RepositorySimulation
import TUFCore
import Testing

@Suite("Required signers")
struct SignerTests {
    /// A repository that alice and bob sign, and a policy that wants both.
    struct Setup {
        var lab: TrustLab
        let keys: [SigningKey]
        let policies: PolicySet
        let roles: [RoleName]

        init(names: [String] = ["alice", "bob"]) throws {
            lab = try TrustLab()
            keys = try names.map { _ in try SigningKey.generated(.ecdsa) }
            roles = try names.map { try RoleName("targets/\($0)") }
            for (role, key) in zip(roles, keys) {
                try lab.repository.delegate(to: role, keys: [key])
            }
            let secrets = try zip(names, keys)
                .map { name, key in
                    SecretTests.signer(name, SecretTests.pem(try #require(key.key.publicKey)))
                }
            let list = names.map { "{name: \($0)}" }.joined(separator: ", ")
            let trust = "{trust: {enabled: true, signerSecrets: [\(list)]}}"
            let texts = secrets + [Fixtures.namespaced([("nginx", trust)])]
            policies = PolicySet(
                manifests: texts.map { Manifest(source: "p.yaml", text: $0) }
            )
        }

        func decision() async throws -> AdmissionDecision {
            let plan = AdmissionPlan(for: try Fixtures.pod("nginx:1.0"), under: policies)
            return try plan.decision(by: try await lab.search())
        }
    }

    @Test("both signers with one digest admit")
    func both() async throws {
        var setup = try Setup()
        for role in setup.roles {
            setup.lab.repository.add("1.0", try TrustLab.digest(0xAB), to: role)
        }
        #expect(try await setup.decision().isAllowed)
    }

    @Test("a signer who has not signed denies, though targets has the tag")
    func missing() async throws {
        var setup = try Setup()
        for role in [setup.roles[0], .targets] {
            setup.lab.repository.add("1.0", try TrustLab.digest(0xAB), to: role)
        }
        let reasons = try await setup.decision().reasons
        #expect(reasons.map(\.code) == [.untrusted])
        #expect(reasons.first?.text == "signer missing: targets/bob has not signed it")
    }

    @Test("signers with different digests deny")
    func differing() async throws {
        var setup = try Setup()
        setup.lab.repository.add("1.0", try TrustLab.digest(0xAB), to: setup.roles[0])
        setup.lab.repository.add("1.0", try TrustLab.digest(0xCD), to: setup.roles[1])
        let reasons = try await setup.decision().reasons
        #expect(reasons.first?.text.hasPrefix("wrong digest: the signers name both") == true)
    }

    @Test("a key that is listed for the role and did not sign does not count")
    func listedOnly() async throws {
        var setup = try Setup(names: ["alice"])
        let other = try SigningKey.generated(.ecdsa)
        let role = setup.roles[0]
        setup.lab.repository.roles[role]?.keys.append(other)
        setup.lab.repository.roles[role]?.signers = [other]
        setup.lab.repository.add("1.0", try TrustLab.digest(0xAB), to: role)
        let decision = try await setup.decision()
        #expect(decision.reasons.map(\.code) == [.untrusted])
        #expect(decision.reasons.first?.text.contains("signed by key \(other.key.id)") == true)
        #expect(decision.reasons.first?.text.contains("wanted is \(setup.keys[0].key.id)") == true)
        setup.lab.repository.roles[role]?.signers = [setup.keys[0]]
        #expect(try await setup.decision().isAllowed)
    }

    @Test("keys wanted and seen are in the explanation")
    func explanation() async throws {
        var setup = try Setup(names: ["alice"])
        setup.lab.repository.add("1.0", try TrustLab.digest(0xAB), to: setup.roles[0])
        let lines = try await setup.decision().explanation
        let id = setup.keys[0].key.id
        #expect(lines.contains("  wanted: targets/alice signed by key \(id) (Secret team/alice)"))
        #expect(lines.contains("  seen: targets/alice tag 1.0, signed by key \(id)"))
    }

    @Test("a signer of another namespace's Secret is not used")
    func otherNamespace() async throws {
        let key = try #require(SigningKey.generated(.ecdsa).key.publicKey)
        let secret = SecretTests.signer("alice", SecretTests.pem(key))
            .replacing("\"team\"", with: "\"other\"")
        let trust = "{trust: {enabled: true, signerSecrets: [{name: alice}]}}"
        let decision = Fixtures.decide(
            try Fixtures.pod("nginx"),
            secret,
            Fixtures.namespaced([("nginx", trust)])
        )
        #expect(decision.reasons.map(\.code) == [.policyIncomplete])
    }
}
