import PolicyEngine
import RepositorySimulation
import TUFCore
import Testing

@Suite("Deciding")
struct DecisionTests {
    static let policy = Fixtures.cluster([("*", Fixtures.trust)])

    @Test("a proven tag is admitted and pinned, whichever role vouches for it")
    func proven() async throws {
        for role in [RoleName.targets, .releases] {
            var lab = try TrustLab()
            try lab.repository.delegate(to: .releases)
            lab.repository.add("1.0", try TrustLab.digest(0xAB), to: role)
            let plan = Fixtures.plan(try Fixtures.pod("nginx:1.0"), Self.policy)
            let decision = plan.decision(proven: try await lab.target("1.0", in: role))
            let response = try ReadResponse(decision, to: try Fixtures.pod("nginx:1.0"))
            let digest = try TrustLab.digest(0xAB).hex
            #expect(response.isAllowed == true)
            #expect(
                response.patch == [
                    "replace /spec/containers/0/image docker.io/library/nginx@sha256:\(digest)"
                ]
            )
        }
    }

    @Test("our own output passes unchanged, by the policy of the tag and by one of the name")
    func idempotent() async throws {
        for pattern in ["nginx:1.0", "nginx:1.*", "*:1.0", "nginx", "*"] {
            var lab = try TrustLab()
            lab.repository.add("1.0", try TrustLab.digest(0xAB), to: .targets)
            let search = try await lab.search()
            let policy = Fixtures.cluster([(pattern, Fixtures.trust)])
            let first = Fixtures.plan(try Fixtures.pod("nginx:1.0"), policy)
            guard case .allow(let patch) = try first.decision(by: search).outcome else {
                Issue.record("\(pattern): \(try first.decision(by: search).reasons)")
                continue
            }
            let pinned = try #require(patch.first?.value)
            let second = Fixtures.plan(try Fixtures.pod(pinned), policy)
            let decision = try second.decision(by: search)
            guard case .allow(let again) = decision.outcome else {
                Issue.record("\(pattern): \(decision.reasons)")
                continue
            }
            #expect(again.isEmpty)
        }
    }

    @Test("a digest alone is not admitted by policies for tags unless it is such a tag's")
    func digestOfOtherTag() async throws {
        var lab = try TrustLab()
        lab.repository.add("1.0", try TrustLab.digest(0xAB), to: .targets)
        lab.repository.add("2.0", try TrustLab.digest(0xCD), to: .targets)
        let search = try await lab.search()
        let image = "nginx@sha256:\(try TrustLab.digest(0xCD).hex)"
        let reject = "{simple: {requirements: [{type: reject}]}}"
        for (repositories, isAllowed) in [
            ([("nginx:1.0", Fixtures.trust)], false),
            ([("nginx:2.0", Fixtures.trust)], true),
            ([("nginx:1.*", Fixtures.trust)], false),
            ([("nginx:2.*", Fixtures.trust)], true),
            ([("nginx:2.0", "{}")], false),
            ([("nginx:2.0", Fixtures.trust), ("nginx", reject)], true),
            ([("nginx:*.0", Fixtures.trust), ("nginx:2.0", reject)], false),
            ([("*:2.0", Fixtures.trust), ("nginx", reject)], false),
            ([("nginx:2.0", Fixtures.trust), ("nginx:2.0", reject)], false),
        ] {
            let plan = Fixtures.plan(try Fixtures.pod(image), Fixtures.cluster(repositories))
            let decision = try plan.decision(by: search)
            #expect(decision.isAllowed == isAllowed, "\(repositories) \(decision.reasons)")
        }
    }

    @Test("an answer that is missing, late or a refusal denies, and they are told apart")
    func unproven() throws {
        let plan = Fixtures.plan(try Fixtures.pod("nginx"), Self.policy)
        #expect(plan.decision(with: [:]).reasons.map(\.code) == [.unanswered])
        let late = plan.decision(all: .unavailable("connection refused"))
        #expect(late.reasons.map(\.code) == [.trustUnavailable])
        #expect(late.reasons.first?.text.contains("https://notary.example.com") == true)
        #expect(late.reasons.first?.text.contains("connection refused") == true)
        let refused = plan.decision(all: .refused(TrustRefusal(.notSigned, "no tag latest")))
        #expect(refused.reasons.map(\.code) == [.untrusted])
        #expect(refused.reasons.first?.text == "not signed: no tag latest")
        #expect(plan.decision(all: .proven([], warnings: [])).reasons.map(\.code) == [.untrusted])
    }

    @Test("a tag with another digest than the signed one is denied, not rewritten")
    func wrongDigest() async throws {
        let target = try await TrustLab.signed()
        let other = try TrustLab.digest(0xCD).hex
        for image in ["nginx:1.0@sha256:\(other)", "nginx@sha256:\(other)"] {
            let decision = Fixtures.plan(try Fixtures.pod(image), Self.policy)
                .decision(proven: target)
            #expect(decision.reasons.map(\.code) == [.untrusted])
            #expect(decision.reasons.first?.text.hasPrefix("wrong digest") == true)
        }
        let same = try TrustLab.digest(0xAB).hex
        for image in ["nginx:1.0@sha256:\(same)", "nginx@sha256:\(same)"] {
            let decision = Fixtures.plan(try Fixtures.pod(image), Self.policy)
                .decision(proven: target)
            #expect(decision.isAllowed)
        }
    }

    @Test("an answer of another repository, tag or role proves nothing")
    func misfits() async throws {
        let plan = Fixtures.plan(try Fixtures.pod("nginx:1.0"), Self.policy)
        let otherTag = try await TrustLab.signed(tag: "1.1")
        let otherName = try await TrustLab.signed("docker.io/library/redis")
        var lab = try TrustLab()
        let role = try RoleName("targets/alice")
        try lab.repository.delegate(to: role)
        lab.repository.add("1.0", try TrustLab.digest(0xAB), to: role)
        let otherRole = try await lab.target("1.0", in: role)
        for target in [otherTag, otherName, otherRole] {
            #expect(plan.decision(proven: target).reasons.map(\.code) == [.untrusted])
        }
        #expect(plan.decision(proven: try await TrustLab.signed()).isAllowed)
    }

    @Test("tied policies that prove different digests deny")
    func conflict() async throws {
        let trust = "{trust: {enabled: true, trustServer: \"https://NAME.example.com\"}}"
        let yaml = ["one", "two"]
            .map {
                Fixtures.cluster([("nginx", trust.replacing("NAME", with: $0))], name: $0)
            }
        let plan = Fixtures.plan(try Fixtures.pod("nginx:1.0"), yaml[0], yaml[1])
        #expect(plan.questions.count == 2)
        let answers = zip(
            plan.questions,
            [
                try await TrustLab.signed(byte: 0xAB), try await TrustLab.signed(byte: 0xCD),
            ]
        )
        let decision = plan.decision(
            with: Dictionary(
                uniqueKeysWithValues: answers.map { ($0, .proven([$1], warnings: [])) }
            )
        )
        #expect(decision.reasons.map(\.code) == [.conflictingDigests])
        #expect(plan.decision(proven: try await TrustLab.signed()).isAllowed)
    }

    @Test("trust and simple in one policy must both be met")
    func both() async throws {
        let accept = "simple: {requirements: [{type: insecureAcceptAnything}]}"
        let reject = "simple: {requirements: [{type: reject}]}"
        let trust = "trust: {enabled: true}"
        let target = try await TrustLab.signed()
        for (rules, isAllowed) in [(accept, true), (reject, false)] {
            let policy = Fixtures.cluster([("nginx", "{\(trust), \(rules)}")])
            let plan = Fixtures.plan(try Fixtures.pod("nginx:1.0"), policy)
            #expect(plan.decision(proven: target).isAllowed == isAllowed)
            #expect(!plan.decision(with: [:]).isAllowed)
        }
    }

    @Test("what this version cannot check is denied and says so")
    func unsupported() throws {
        for (policy, text) in [
            ("{simple: {requirements: [{type: signedBy, keySecret: k}]}}", "signedBy"),
            ("{vulnerability: {ICCRVA: {enabled: true}}}", "vulnerability"),
        ] {
            let yaml = Fixtures.cluster([("nginx", policy)])
            let decision = Fixtures.decide(try Fixtures.pod("nginx"), yaml)
            #expect(decision.reasons.map(\.code) == [.unsupportedRule])
            #expect(decision.reasons.first?.text.hasPrefix("this version cannot check") == true)
            #expect(decision.reasons.first?.text.contains(text) == true)
        }
    }

    @Test("reject and insecureAcceptAnything are decided without asking anyone")
    func simple() throws {
        for (type, isAllowed) in [("insecureAcceptAnything", true), ("reject", false)] {
            let yaml = Fixtures.cluster([("*", "{simple: {requirements: [{type: \(type)}]}}")])
            let plan = Fixtures.plan(try Fixtures.pod("nginx"), yaml)
            #expect(plan.questions.isEmpty)
            let decision = plan.decision(with: [:])
            #expect(decision.isAllowed == isAllowed)
            guard isAllowed, case .notRequired(let rule)? = decision.images.first?.verdict else {
                #expect(decision.reasons.map(\.code) == [.rejected])
                continue
            }
            #expect(rule == "simple insecureAcceptAnything")
        }
    }

    @Test("an exemption has a name")
    func exemption() throws {
        let decision = Fixtures.decide(try Fixtures.pod("nginx"), Fixtures.cluster([("*", "{}")]))
        guard case .exempt(let exemption)? = decision.images.first?.verdict else {
            Issue.record("not exempt")
            return
        }
        #expect(exemption.policy.description == "ClusterImagePolicy base")
        #expect(exemption.pattern == "*")
    }

    @Test("mutateImage: false leaves the image as it is")
    func noMutation() async throws {
        let policy = Fixtures.cluster([("*", "{mutateImage: false, trust: {enabled: true}}")])
        let review = try Fixtures.pod("nginx:1.0")
        let decision = Fixtures.plan(review, policy).decision(proven: try await TrustLab.signed())
        #expect(decision.isAllowed)
        #expect(try ReadResponse(decision, to: review).patch == nil)
    }

    @Test("one bad image denies the whole, and each bad one has its own line")
    func several() async throws {
        let policy = Fixtures.cluster([("nginx", "{trust: {enabled: true}}")])
        let review = try Fixtures.pod("nginx:1.0", "redis", "a b")
        let decision = Fixtures.plan(review, policy).decision(proven: try await TrustLab.signed())
        #expect(decision.reasons.map(\.code) == [.noPolicy, .unreadableImage])
        let response = try ReadResponse(decision, to: review)
        #expect(response.message?.split(separator: "\n").count == 2)
        #expect(response.patch == nil)
    }

    @Test("equal questions are asked once")
    func distinct() throws {
        let review = try Fixtures.pod("nginx:1.0", "docker.io/library/nginx:1.0", "nginx:1.1")
        let plan = Fixtures.plan(review, Self.policy)
        #expect(plan.images.count == 3)
        #expect(plan.questions.map(\.subject) == [.tag("1.0"), .tag("1.1")])
    }

    @Test("a policy of the namespace keeps its trust data to itself")
    func scope() throws {
        let review = try Fixtures.pod("nginx")
        #expect(Fixtures.plan(review, Self.policy).questions.map(\.scope) == [nil])
        let own = Fixtures.namespaced([("*", Fixtures.trust)])
        #expect(Fixtures.plan(review, own).questions.map(\.scope) == ["team"])
    }
}
