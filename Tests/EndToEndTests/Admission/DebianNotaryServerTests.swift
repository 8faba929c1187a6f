import ImageTrust
import NotaryClient
import PolicyEngine
import TUFCore
import Testing

/// Our client side reads what Debian's real `notary-server` serves.
@Suite(.serialized) struct DebianNotaryServerTests {
    private func question(
        _ subject: TrustQuestion.Subject,
        at url: String,
        pin: TrustPinPolicy = .unpinned
    ) throws -> TrustQuestion {
        TrustQuestion(
            server: try TrustServer(parsing: url),
            gun: try GUN(SignedCollection.name),
            subject: subject,
            pin: pin
        )
    }

    @Test("delegations and targets that the real client published there are proven, nothing else")
    func reads() async throws {
        let server = try await DebianNotaryServer()
        let signed = try await SignedCollection(publishedTo: server.url)
        let transport = try AsyncHTTPTransport()
        let resolver = TrustResolver(
            transport: transport,
            store: MemoryTrustStateStore(),
            options: ImageTrustOptions(),
            now: { UTCTime.now }
        )
        let pin = TrustPinPolicy.keyIDs([try KeyID(signed.rootKeyID)])
        let digest = try Digest(.sha256, hex: signed.digest)
        let tag = try question(.tag("1.0"), at: server.url, pin: pin)
        let bare = try question(.tag("bare"), at: server.url, pin: pin)
        let byDigest = try question(.digest(digest), at: server.url, pin: pin)
        let unsigned = try question(.tag("2.0"), at: server.url, pin: pin)
        let answers = await resolver.answers(
            to: [tag, bare, byDigest, unsigned],
            before: .now + .seconds(60)
        )
        #expect(roles(of: answers[tag]) == ["targets/releases"])
        #expect(roles(of: answers[bare]) == ["targets"])
        #expect(roles(of: answers[byDigest]) == ["targets/releases", "targets"])
        guard case .refused(let refusal) = answers[unsigned] else {
            Issue.record("\(String(describing: answers[unsigned]))")
            return
        }
        #expect(refusal.reason == .notSigned)
        await transport.shutdown()
    }

    @Test("the webhook admits what is signed there and denies the rest, and says which is which")
    func review() async throws {
        let server = try await DebianNotaryServer()
        let signed = try await SignedCollection(publishedTo: server.url)
        let home = try TemporaryFolder()
        try home.write(signed.manifests(), to: "policies.yaml")
        for (tag, status) in [("1.0", 0), ("bare", 1), ("2.0", 1)] {
            let review = try SignedCollection.review(
                "002-pod-create",
                image: "\(SignedCollection.name):\(tag)"
            )
            let result = try await AdmissionServer.review(review, home: home)
            #expect(result.status == status, "\(result.output)")
        }
        await server.process.killAtOnce()
        let review = try SignedCollection.review(
            "002-pod-create",
            image: "\(SignedCollection.name):1.0"
        )
        let result = try await AdmissionServer.review(review, home: home)
        #expect(result.status == 1)
        #expect(result.standardOutput.contains("is not available"))
    }

    private func roles(of answer: TrustAnswer?) -> [String] {
        guard case .proven(let targets, _) = answer else {
            return ["\(String(describing: answer))"]
        }
        return targets.map(\.role.name)
    }
}
