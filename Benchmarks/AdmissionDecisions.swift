import PolicyEngine
import RepositorySimulation
import TUFCore
import Testing

/// What a decision costs when every answer is at hand: parse, plan, decide, and write the answer.
@Suite(.serialized) struct AdmissionDecisions {
    @Test("microseconds for each warm admission decision")
    func microseconds() async throws {
        var table = ResultTable(
            "Warm admission decisions, in µs (floor: reading the review as JSON alone)",
            columns: ["images", "bytes", "decision", "floor", "decision/floor"]
        )
        let policies = PolicySet(manifests: [Manifest(source: "p.yaml", text: Self.policy)])
        let target = try await Self.target()
        for images in [1, 3] {
            let body = Self.review(images: images)
            let plan = AdmissionPlan(for: try AdmissionReview(parsing: body), under: policies)
            let answers = Dictionary(
                uniqueKeysWithValues: plan.questions.map {
                    ($0, TrustAnswer.proven([target], warnings: []))
                }
            )
            #expect(plan.decision(with: answers).isAllowed)
            let decision = try Measurement.seconds(calls: 50) {
                let review = try AdmissionReview(parsing: body)
                let decision = AdmissionPlan(for: review, under: policies).decision(with: answers)
                _ = decision.response(to: review)
            }
            let floor = try Measurement.seconds(calls: 50) {
                _ = try JSONDocument(parsing: body, limits: .admissionReview)
            }
            table.add(
                String(images),
                String(body.count),
                ResultTable.number(decision * 1e6),
                ResultTable.number(floor * 1e6),
                ResultTable.number(decision / floor)
            )
        }
        table.show()
    }

    private static let policy = """
        apiVersion: portieris.cloud.ibm.com/v1
        kind: ClusterImagePolicy
        metadata: {name: base}
        spec:
          repositories:
          - {name: "*", policy: {simple: {requirements: [{type: reject}]}}}
          - {name: "docker.io/library/*", policy: {trust: {enabled: true}}}
          - {name: "quay.io/*", policy: {trust: {enabled: true}}}
        """

    private static func review(images: Int) -> [UInt8] {
        let containers = (0..<images)
            .map {
                """
                {"name":"c\($0)","image":"nginx:1.0","resources":{},"imagePullPolicy":"Always",\
                "terminationMessagePath":"/dev/termination-log","terminationMessagePolicy":"File",\
                "volumeMounts":[{"name":"token","readOnly":true,"mountPath":"/var/run/secrets"}]}
                """
            }
        return Array(
            """
            {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u",\
            "kind":{"group":"","version":"v1","kind":"Pod"},"namespace":"team",\
            "operation":"CREATE","userInfo":{"username":"dev","groups":["a","b"]},\
            "object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p","namespace":"team"},\
            "spec":{"containers":[\(containers.joined(separator: ","))],"restartPolicy":"Always",\
            "dnsPolicy":"ClusterFirst","serviceAccountName":"default","securityContext":{}},\
            "status":{}},"oldObject":null,"dryRun":false}}
            """
            .utf8
        )
    }

    private static func target() async throws -> TrustedTarget {
        var repository = try SimulatedRepository()
        let digest = HashAlgorithm.sha256.digest(of: [])
        repository.add("1.0", digest, to: .targets)
        let files = try await repository.files()
        var workflow = UpdateWorkflow(
            from: .pin(.trustOnFirstUse, rules: AnyRootKeyRules(gun: repository.gun)),
            notBelow: VersionFloors(),
            at: UpdateStartTime(UTCTime(seconds: 1_795_392_000))
        )
        while true {
            switch workflow.next() {
            case .fetch(let request):
                workflow.receive(files[request.role.name].map { .bytes($0) } ?? .notFound)
            case .recall, .forget, .persist: break
            case .finish(let trusted):
                return try #require(try TargetSearch(in: trusted).target(named: "1.0"))
            case .abort(let error): throw error
            }
        }
    }
}
