import Foundation
import Testing

/// Debian's `notary` publishes to our server, and our webhook decides on real reviews.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct WholeWayTests {
    private let home: TemporaryFolder
    private let signed: SignedCollection
    private let notary: NotaryServer

    init() async throws {
        home = try TemporaryFolder()
        notary = try await NotaryServer.start(home: try TemporaryFolder())
        signed = try await SignedCollection(publishedTo: notary.url)
        try home.write(signed.manifests(), to: "policies.yaml")
    }

    private func pod(_ image: String) throws -> String {
        try SignedCollection.review("002-pod-create", image: image)
    }

    @Test("over TLS: a signed tag is admitted and pinned, all else is denied with its reason")
    func webhook() async throws {
        let certificates = try await TestCertificates()
        let webhook = try await AdmissionServer.start(home: home, certificates: certificates)
        let name = SignedCollection.name
        let pinned = "\(name)@sha256:\(signed.digest)"

        let admitted = try await webhook.admit(pod("\(name):1.0"))
        #expect(admitted.isAllowed, "\(admitted.message)")
        #expect(admitted.patch?.contains(pinned) == true)

        let again = try await webhook.admit(pod(pinned))
        #expect(again.isAllowed, "\(again.message)")
        #expect(again.patch == nil)

        let unsigned = try await webhook.admit(pod("\(name):2.0"))
        #expect(!unsigned.isAllowed)
        #expect(unsigned.message.contains("signed-by-alice"))

        let notByAlice = try await webhook.admit(pod("\(name):bare"))
        #expect(!notByAlice.isAllowed)

        let wrongDigest = try await webhook.admit(
            pod("\(name):1.0@sha256:" + String(repeating: "0", count: 64))
        )
        #expect(!wrongDigest.isAllowed)
        #expect(wrongDigest.message.contains("wrong digest"))

        let ephemeral = try await webhook.admit(
            SignedCollection.review(
                "025-ephemeralcontainers-ephemeralcontainers-update",
                image: "registry.example.com/tools/debug:1"
            )
        )
        #expect(!ephemeral.isAllowed)
        #expect(ephemeral.message.contains("registry.example.com/tools/debug:1"))

        let metrics = try await webhook.get("/metrics")
        #expect(metrics.contains("portieris_pod_admission_decision_allow_count 2"))
        #expect(metrics.contains("portieris_pod_admission_decision_deny_count 4"))
        #expect(try await webhook.get("/health/readiness") == "{}")
        #expect(try await webhook.process.stop().status == 0)
    }

    @Test("`review` explains and ends with 0 when allowed, 1 when denied, 2 on an error")
    func reviewStatus() async throws {
        let name = SignedCollection.name
        let allowed = try await AdmissionServer.review(pod("\(name):1.0"), home: home)
        #expect(allowed.status == 0, "\(allowed.output)")
        for part in [
            "ImagePolicy smoke/signed-by-alice", "rule: trust", "wanted: targets/alice",
            "seen: targets/alice", signed.digest, "decision: allowed",
        ] {
            #expect(allowed.standardOutput.contains(part))
        }
        let denied = try await AdmissionServer.review(pod("\(name):2.0"), home: home)
        #expect(denied.status == 1, "\(denied.output)")
        #expect(denied.standardOutput.contains("decision: denied"))
        for review in ["{", "", try pod("x").replacing("AdmissionReview", with: "Pod")] {
            let broken = try await AdmissionServer.review(review, home: home)
            #expect(broken.status == 2, "\(broken.output)")
        }
        try home.write("kind: [", to: "policies.yaml")
        let badPolicy = try await AdmissionServer.review(pod("\(name):1.0"), home: home)
        #expect(badPolicy.status == 2)
        #expect(badPolicy.standardError.contains("policies.yaml"))
    }

    @Test("a root that is not the pinned one is refused, whatever it signed")
    func otherPin() async throws {
        let other = String(repeating: "ab", count: 32)
        try home.write(signed.manifests(rootKeyID: other), to: "policies.yaml")
        let result = try await AdmissionServer.review(
            pod("\(SignedCollection.name):1.0"),
            home: home
        )
        #expect(result.status == 1)
        #expect(result.standardOutput.contains("root not pinned"))
    }

    @Test("an unpinned root is used the first time with a warning, remembered, or forbidden")
    func firstUse() async throws {
        try home.write(signed.manifestsWithoutPin(), to: "policies.yaml")
        let image = try pod("\(SignedCollection.name):1.0")
        for isFirst in [true, false] {
            let webhook = try await AdmissionServer.start(home: home)
            let answer = try await webhook.admit(image)
            #expect(answer.isAllowed, "\(answer.message)")
            #expect(answer.warnings.contains { $0.contains("first use") } == isFirst)
            await webhook.process.killAtOnce()
        }
        let strict = try await AdmissionServer.review(
            image,
            home: home,
            arguments: ["--require-pins"]
        )
        #expect(strict.status == 1)
        #expect(strict.standardOutput.contains("no pin"))
    }

    @Test("changed policies are in force without a restart, and a broken file changes nothing")
    func reload() async throws {
        let webhook = try await AdmissionServer.start(home: home)
        let image = try pod("\(SignedCollection.name):1.0")
        #expect(try await webhook.admit(image).isAllowed)
        try home.write("kind: [", to: "policies.yaml")
        try await until {
            try await webhook.get("/metrics").contains("countersign_policies_reload_failed 1")
        }
        #expect(try await webhook.admit(image).isAllowed)
        let other = String(repeating: "ab", count: 32)
        try home.write(signed.manifests(rootKeyID: other), to: "policies.yaml")
        try await until { try await !webhook.admit(image).isAllowed }
        #expect(try await webhook.admit(image).message.contains("root not pinned"))
    }

    @Test(
        "`serve` refuses to start as it is told, with status 2 and the reason",
        arguments: [
            (["--listen", "0.0.0.0:0"], "--tls-certificate"),
            (["--tls-certificate", "/none", "--tls-key", "/none"], "/none"),
            (["--trust-server-ca", "/none"], "/none"),
            (["--log-level", "loud"], "loud"),
            (["--data", "/dev/null/x"], "/dev/null/x"),
        ]
    )
    func refusesToStart(arguments: [String], reason: String) async throws {
        let error = await #expect(throws: HarnessError.self) {
            _ = try await AdmissionServer.start(home: home, arguments: arguments)
        }
        guard case .ended(_, let status, let output) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(status == 2)
        #expect(output.contains(reason), "\(output)")
    }

    @Test("`serve` refuses to start on broken policies, with status 2 and the place")
    func brokenStart() async throws {
        try home.write("kind: [", to: "policies.yaml")
        let error = await #expect(throws: HarnessError.self) {
            _ = try await AdmissionServer.start(home: home)
        }
        guard case .ended(_, let status, let output) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(status == 2)
        #expect(output.contains("policies.yaml"))
    }

    @Test("a trust server with a certificate of its own authority is read once that is named")
    func trustServerAuthority() async throws {
        let certificates = try await TestCertificates()
        let secure = try await NotaryServer.start(
            home: try TemporaryFolder(),
            certificate: try await certificates.server()
        )
        let authority = certificates.authority.certificate
        let signed = try await SignedCollection(publishedTo: secure.url, authority: authority)
        try home.write(signed.manifests(), to: "policies.yaml")
        let image = try pod("\(SignedCollection.name):1.0")
        let unknown = try await AdmissionServer.review(image, home: home)
        #expect(unknown.status == 1)
        #expect(unknown.standardOutput.contains("is not available"))
        let known = try await AdmissionServer.review(
            image,
            home: home,
            arguments: ["--trust-server-ca", authority]
        )
        #expect(known.status == 0, "\(known.output)")
    }

    /// Waits for what must come; a test that waits in vain is ended by its time limit.
    private func until(_ condition: () async throws -> Bool) async throws {
        while try await !condition() { try await Task.sleep(for: .milliseconds(100)) }
    }
}
