import TUFCore
import Testing

@testable import PolicyEngine

@Suite("Reading policies")
struct PolicyDecodingTests {
    private func policy(_ yaml: String) -> RepositoryPolicy? {
        let policies = Fixtures.policies(Fixtures.cluster([("nginx", yaml)]))
        return policies.cluster.first?.repositories.first
    }

    @Test(
        "a policy that asks for nothing is an exemption",
        arguments: [
            "null", "{}", "{trust: {enabled: false}}", "{trust: {}}", "{trust: null}",
            "{mutateImage: true}", "{simple: {}}", "{simple: {requirements: null}}",
            "{vulnerability: {}}", "{vulnerability: {ICCRVA: {}}}",
            "{vulnerability: {ICCRVA: {enabled: false, account: x}}}",
            "{trust: {enabled: false, trustServer: \"https://example.com\"}}",
        ]
    )
    func nothing(yaml: String) throws {
        #expect(try #require(policy(yaml)?.policy).requirements.isEmpty)
    }

    @Test("a repository without any policy is an exemption too")
    func absent() throws {
        let text = Fixtures.cluster([("nginx", "{}")]).replacing(", policy: {}", with: "")
        let policies = Fixtures.policies(text)
        #expect(policies.diagnostics.isEmpty)
        #expect(policies.cluster.first?.repositories.first?.policy?.requirements == [])
    }

    @Test("everything Portieris documents is read")
    func everything() throws {
        let found = try #require(
            policy(
                """
                {mutateImage: false,
                trust: {enabled: yes, trustServer: "https://Notary.example.com:443/",
                signerSecrets: [{name: a}, {name: b}]},
                simple: {storeURL: "https://s", storeSecret: s, requirements: [
                {type: insecureAcceptAnything}, {type: reject},
                {type: signedBy, keySecret: k, keySecretNamespace: n,
                signedIdentity: {type: remapIdentity, prefix: p, signedPrefix: q}}]},
                vulnerability: {ICCRVA: {enabled: true, account: "1"}}}
                """
            )?
            .policy
        )
        #expect(!found.mutatesImage)
        #expect(found.requirements.count == 5)
        guard case .trust(let trust)? = found.requirements.first else {
            Issue.record("no trust")
            return
        }
        #expect(trust.server?.url == "https://notary.example.com")
        #expect(trust.signerSecrets == ["a", "b"])
        #expect(trust.pin == .unpinned)
        #expect(found.requirements[1] == .acceptAnything)
        #expect(found.requirements[2] == .reject)
        #expect(found.requirements[3] == .unsupported("simple signing (signedBy)"))
        #expect(found.requirements[4] == .unsupported("vulnerability.ICCRVA"))
    }

    @Test(
        "what is not understood makes the policy unaccepted, and says where",
        arguments: [
            ("{truts: {enabled: true}}", "unknown field `truts`"),
            ("{trust: {enabled: true, signers: []}}", "unknown field `signers`"),
            ("{trust: {enabled: \"true\"}}", "is not true or false"),
            ("{trust: {enabled: 1}}", "is not true or false"),
            ("{trust: true}", "is not an object"),
            ("{trust: {signerSecrets: [{name: a}]}}", "is missing"),
            ("{trust: {trustServer: \"https://a\"}}", "is missing"),
            ("{trust: {enabled: true, signerSecrets: [a]}}", "is not an object"),
            ("{trust: {enabled: true, signerSecrets: [{}]}}", "is missing"),
            ("{trust: {enabled: true, signerSecrets: {}}}", "is not a list"),
            ("{trust: {enabled: true, trustServer: notary}}", "is not an https or http URL"),
            ("{trust: {enabled: true, trustServer: \"ftp://a\"}}", "is not an https or http URL"),
            ("{trust: {enabled: true, trustServer: \"https://u:p@a\"}}", "is not a URL of scheme"),
            ("{trust: {enabled: true, trustServer: \"https://a?b\"}}", "is not a URL of scheme"),
            ("{trust: {enabled: true, trustServer: \"https://\"}}", "is not a URL of scheme"),
            ("{trust: {enabled: true, trustServer: \"https://a_b\"}}", "is not a registry host"),
            ("{trust: {enabled: true, trustPinning: {}}}", "names neither"),
            ("{trust: {enabled: true, trustPinning: {certs: [ab]}}}", "64 hexadecimal digits"),
            ("{trust: {enabled: true, trustPinning: {ca: nonsense}}}", ""),
            ("{trust: {enabled: true, trustPinning: {cert: []}}}", "unknown field `cert`"),
            ("{simple: {requirements: []}}", "is empty"),
            ("{simple: {requirements: [{}]}}", "is missing"),
            ("{simple: {requirements: [{type: accept}]}}", "unknown type `accept`"),
            ("{simple: {requirement: []}}", "unknown field `requirement`"),
            ("{vulnerability: {other: {}}}", "unknown field `other`"),
            ("{vulnerability: {ICCRVA: {enabled: \"no\"}}}", "is not true or false"),
            ("{mutateImage: 0}", "is not true or false"),
            ("[]", "is not an object"),
        ]
    )
    func unaccepted(yaml: String, text: String) throws {
        let policies = Fixtures.policies(Fixtures.cluster([("nginx", yaml)]))
        let diagnostic = try #require(policies.diagnostics.first)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.source == "policies-0.yaml")
        #expect(diagnostic.line == 6)
        #expect(diagnostic.field?.hasPrefix("spec.repositories[0].policy") == true)
        #expect(diagnostic.message.contains(text), "\(diagnostic)")
        let plan = AdmissionPlan(for: try Fixtures.pod("nginx"), under: policies)
        let reasons = plan.decision(with: [:]).reasons
        #expect(reasons.map(\.code) == [.unreadablePolicy])
        #expect(reasons.first?.text.contains(diagnostic.message) == true)
    }

    @Test("an unaccepted policy denies what it governs and nothing else")
    func unacceptedIsLocal() throws {
        let yaml = Fixtures.cluster([("nginx", "{truts: {}}"), ("redis", "{}")])
        #expect(!Fixtures.decide(try Fixtures.pod("nginx"), yaml).isAllowed)
        #expect(Fixtures.decide(try Fixtures.pod("redis"), yaml).isAllowed)
    }

    @Test("a root key or an authority can be pinned")
    func pins() throws {
        let id = String(repeating: "0a", count: 32)
        let found = try #require(
            policy("{trust: {enabled: true, trustPinning: {certs: [\(id.uppercased())]}}}")?.policy
        )
        guard case .trust(let trust)? = found.requirements.first,
            case .keyIDs(let ids) = trust.pin
        else {
            Issue.record("no pin")
            return
        }
        #expect(ids.map(\.hex) == [id])
    }

    @Test(
        "an entry or resource that cannot be read denies all it could govern",
        arguments: [
            "repositories: [{name: \"a b\", policy: {}}]", "repositories: [{policy: {}}]",
            "repositories: [{name: 7}]", "repositories: {}", "repositories: [x]",
            "repositorys: []", "repositories: [{name: \"\"}]",
            "repositories: [{name: \"nginx@sha256:00\"}, {name: \"*\"}]",
        ]
    )
    func unreadable(spec: String) throws {
        let text = """
            apiVersion: portieris.cloud.ibm.com/v1
            kind: ImagePolicy
            metadata: {name: broken, namespace: team}
            spec: {\(spec)}
            """
        let decision = Fixtures.decide(try Fixtures.pod("nginx"), text)
        #expect(decision.reasons.map(\.code) == [.unreadablePolicy])
        #expect(decision.reasons.first?.text.contains("ImagePolicy team/broken") == true)
    }

    @Test("an entry with a misspelt member is not an exemption")
    func misspelt() throws {
        let text = Fixtures.cluster([("nginx", "{}")]).replacing("policy:", with: "polcy:")
        let decision = Fixtures.decide(try Fixtures.pod("nginx"), text)
        #expect(decision.reasons.map(\.code) == [.unreadablePolicy])
        #expect(decision.reasons.first?.text.contains("unknown field `polcy`") == true)
    }
}
