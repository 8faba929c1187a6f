import HTTPService
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ImageTrust
import Logging
import NIOCore
import PolicyEngine
import TUFCore
import Testing

@testable import AdmissionHTTP

/// The routes, without a socket, given what a real API server sent.
@Suite struct AdmitRouteTests {
    private struct Answer {
        let status: HTTPResponse.Status
        let text: String
        let response: JSONValue?

        var isAllowed: Bool? { response?["allowed"]?.boolean }
        var message: String { response?["status"]?["message"]?.string ?? "" }
    }

    private let registry = MetricsRegistry()

    private func router(_ manifest: String) -> Router<BasicRequestContext> {
        let resolver = TrustResolver(
            transport: SilentTransport(),
            store: MemoryTrustStateStore(),
            options: ImageTrustOptions(),
            now: { UTCTime(seconds: 1_800_000_000) }
        )
        let policies = PolicySet(manifests: [Manifest(source: "test.yaml", text: manifest)])
        return AdmissionApplication(
            admission: Admission(policies: FixedPolicies(policies), resolver: resolver),
            metrics: AdmissionMetrics(registry: registry),
            registry: registry,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        .router(withMetrics: .here)
    }

    private func post(_ body: [UInt8], under manifest: String) async throws -> Answer {
        try await Application(router: router(manifest))
            .test(.router) { client in
                let response = try await client.execute(
                    uri: "/admit?timeout=10s",
                    method: .post,
                    body: ByteBuffer(bytes: body)
                )
                let bytes = Array(response.body.readableBytesView)
                let isJSON = response.headers[.contentType] == "application/json"
                return Answer(
                    status: response.status,
                    text: String(decoding: bytes, as: UTF8.self),
                    response: isJSON
                        ? try JSONDocument(parsing: bytes, limits: .admissionReview)
                            .root["response"]
                        : nil
                )
            }
    }

    @Test("a recorded review is allowed by an open policy and answered with its own uid")
    func allowed() async throws {
        let answer = try await post(
            RecordedReview.body("002-pod-create"),
            under: TemporaryManifests.acceptAll
        )
        #expect(answer.status == .ok)
        #expect(answer.isAllowed == true)
        #expect(answer.response?["uid"]?.string == "01a2b278-7e05-4cdf-a5ba-fa07ce2e56a3")
    }

    @Test(
        "a denial is status 200 with the reason, for every kind of object",
        arguments: [
            "002-pod-create", "005-deployment-create", "016-cronjob-create",
            "025-ephemeralcontainers-ephemeralcontainers-update",
            "027-ephemeralcontainers-ephemeralcontainers-update",
        ]
    )
    func denied(_ name: String) async throws {
        let answer = try await post(
            RecordedReview.body(name, image: "localhost:5000/none:1"),
            under: TemporaryManifests.rejectAll
        )
        #expect(answer.status == .ok)
        #expect(answer.isAllowed == false)
        #expect(answer.message.contains("ClusterImagePolicy closed"))
    }

    @Test("a trust server that is not reachable is said to be that, and denies")
    func unreachable() async throws {
        let answer = try await post(
            RecordedReview.body("002-pod-create"),
            under: TemporaryManifests.trustAll
        )
        #expect(answer.isAllowed == false)
        #expect(answer.message.contains("is not available"))
        #expect(!answer.message.contains("not signed"))
    }

    @Test("the id of a request comes back, in answers to what there is no route for as well")
    func requestID() async throws {
        let field = try #require(HTTPField.Name("X-Request-ID"))
        let responder = IdentifyingResponder(router("").buildResponder())
        try await Application(responder: responder)
            .test(.router) { client in
                for path in ["/health/liveness", "/nothing"] {
                    let given = try await client.execute(
                        uri: path,
                        method: .get,
                        headers: [field: "a.b"]
                    )
                    #expect(given.headers[field] == "a.b")
                    let made = try await client.execute(uri: path, method: .get)
                    #expect(made.headers[field]?.isEmpty == false)
                }
                let review = try await client.execute(
                    uri: "/admit",
                    method: .post,
                    headers: [field: "c-d"],
                    body: ByteBuffer(string: "{")
                )
                #expect(review.status == .badRequest && review.headers[field] == "c-d")
            }
    }

    @Test("without policies everything is denied")
    func noPolicies() async throws {
        let answer = try await post(RecordedReview.body("002-pod-create"), under: "")
        #expect(answer.isAllowed == false)
    }

    @Test(
        "what is no review is status 400 with the place, never a decision",
        arguments: [
            ("", "byte"), ("{", "byte 1"), ("[]", "`the review`"), ("\u{0}", "byte"),
            (#"{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}"#, "`request`"),
            (
                #"{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"x"}}"#,
                "`request."
            ),
            (#"{"apiVersion":"admission.k8s.io/v2","kind":"AdmissionReview"}"#, "v2"),
            (String(repeating: "[", count: 100_000), "level"),
        ]
    )
    func malformed(_ body: String, _ place: String) async throws {
        let answer = try await post(Array(body.utf8), under: TemporaryManifests.acceptAll)
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains(place), "\(answer.text)")
    }

    @Test("a truncated review is status 400 wherever it is cut")
    func truncated() async throws {
        let body = try RecordedReview.body("002-pod-create")
        for length in stride(from: 0, to: body.count - 1, by: 251) {
            let answer = try await post(
                Array(body.prefix(length)),
                under: TemporaryManifests.acceptAll
            )
            #expect(answer.status == .badRequest)
        }
    }

    @Test("a review larger than the limit is status 413")
    func oversized() async throws {
        let limit = JSONLimits.admissionReview.maximumBytes
        let answer = try await post(
            Array(repeating: 0x20, count: limit + 1),
            under: TemporaryManifests.acceptAll
        )
        #expect(answer.status == .contentTooLarge)
    }

    @Test("decisions are counted under Portieris' names, and denials by reason")
    func counted() async throws {
        let body = try RecordedReview.body("002-pod-create")
        _ = try await post(body, under: TemporaryManifests.acceptAll)
        _ = try await post(body, under: TemporaryManifests.rejectAll)
        _ = try await post(body, under: TemporaryManifests.rejectAll)
        _ = try await post([], under: TemporaryManifests.rejectAll)
        let lines = registry.text.split(separator: "\n")
        #expect(lines.contains("portieris_pod_admission_decision_allow_count 1"))
        #expect(lines.contains("portieris_pod_admission_decision_deny_count 2"))
        #expect(lines.contains(#"countersign_admission_denials_total{reason="rejected"} 2"#))
        #expect(lines.contains("countersign_admission_malformed_total 1"))
    }

    @Test(
        "liveness, readiness and metrics answer",
        arguments: [
            "/health/liveness", "/health/readiness", "/metrics",
        ]
    )
    func operations(_ path: String) async throws {
        try await Application(router: router(""))
            .test(.router) { client in
                let response = try await client.execute(uri: path, method: .get)
                #expect(response.status == .ok)
            }
    }
}
