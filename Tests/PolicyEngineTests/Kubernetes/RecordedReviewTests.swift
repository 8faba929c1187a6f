import PolicyEngine
import TUFCore
import Testing

/// Bodies that a real API server sent.
@Suite("Recorded AdmissionReviews")
struct RecordedReviewTests {
    struct Recorded: CustomTestStringConvertible {
        let file: String
        let kind: String
        let images: [String]

        var testDescription: String { file }
    }

    static let all = [
        Recorded(file: "001-pod-create-dryrun", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "002-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "003-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(
            file: "004-pod-create",
            kind: "v1 Pod",
            images: [
                "/spec/containers/0", "/spec/containers/1", "/spec/initContainers/0",
                "/spec/initContainers/1",
            ]
        ),
        template("005-deployment-create", "apps/v1 Deployment"),
        template("006-statefulset-create", "apps/v1 StatefulSet"),
        template("007-replicaset-create", "apps/v1 ReplicaSet"),
        Recorded(file: "008-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "009-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "010-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        template("011-daemonset-create", "apps/v1 DaemonSet"),
        template("012-replicaset-create", "apps/v1 ReplicaSet"),
        Recorded(file: "013-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        template("014-replicationcontroller-create", "v1 ReplicationController"),
        template("015-job-create", "batch/v1 Job"),
        Recorded(
            file: "016-cronjob-create",
            kind: "batch/v1beta1 CronJob",
            images: ["/spec/jobTemplate/spec/template/spec/containers/0"]
        ),
        Recorded(file: "017-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "018-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "019-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        template("020-deployment-create", "apps/v1 Deployment"),
        Recorded(file: "021-pod-create-dryrun", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "022-pod-update", kind: "v1 Pod", images: ["/spec/containers/0"]),
        template("023-deployment-update", "apps/v1 Deployment"),
        template("024-deployment-update", "apps/v1 Deployment"),
        ephemeral("025"), ephemeral("026"), ephemeral("027"),
        Recorded(file: "028-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
        Recorded(file: "029-pod-create", kind: "v1 Pod", images: ["/spec/containers/0"]),
    ]

    static func template(_ file: String, _ kind: String) -> Recorded {
        Recorded(file: file, kind: kind, images: ["/spec/template/spec/containers/0"])
    }

    static func ephemeral(_ number: String) -> Recorded {
        Recorded(
            file: "\(number)-ephemeralcontainers-ephemeralcontainers-update",
            kind: "v1 EphemeralContainers",
            images: ["/ephemeralContainers/0"]
        )
    }

    static func read(_ file: String) throws -> AdmissionReview {
        try AdmissionReview(parsing: Fixtures.vector("admission-reviews/\(file).json"))
    }

    @Test("every image is found, and denied where no policy is", arguments: all)
    func found(recorded: Recorded) throws {
        let review = try Self.read(recorded.file)
        #expect(review.version == .v1)
        #expect(review.request.kind.description == recorded.kind)
        let plan = AdmissionPlan(for: review, under: PolicySet(manifests: []))
        #expect(plan.images.map(\.field.pointer.text) == recorded.images.map { $0 + "/image" })
        let decision = plan.decision(with: [:])
        #expect(!decision.isAllowed)
        #expect(decision.reasons.map(\.code) == recorded.images.map { _ in .noPolicy })
        let response = try ReadResponse(decision, to: review)
        #expect(response.response["uid"]?.string == review.request.uid)
        #expect(response.isAllowed == false)
    }

    @Test("every one is admitted by a policy that exempts its images", arguments: all)
    func exempt(recorded: Recorded) throws {
        let review = try Self.read(recorded.file)
        let decision = Fixtures.decide(review, Fixtures.cluster([("*", "{}")]))
        #expect(decision.isAllowed)
        #expect(try ReadResponse(decision, to: review).patch == nil)
    }

    @Test("every one is patched at its image fields and nowhere else", arguments: all)
    func patched(recorded: Recorded) async throws {
        let review = try Self.read(recorded.file)
        let plan = Fixtures.plan(
            review,
            Fixtures.cluster([("*", Fixtures.trust)])
        )
        var answers: [TrustQuestion: TrustAnswer] = [:]
        for question in plan.questions {
            let (tag, byte) = Self.signedAs(question.subject)
            let target = try await TrustLab.signed(question.gun.name, tag: tag, byte: byte)
            answers[question] = .proven([target], warnings: [])
        }
        let decision = plan.decision(with: answers)
        #expect(decision.isAllowed)
        let patch = try ReadResponse(decision, to: review).patch ?? []
        let changed = plan.images.filter { !Self.isPinned($0) }
        #expect(patch.count == changed.count)
        for (operation, place) in zip(patch, changed.map(\.field.pointer.text)) {
            #expect(operation.hasPrefix("replace \(place) "))
            #expect(operation.dropLast(64).hasSuffix("@sha256:"))
        }
    }

    /// Whether the field has just what a patch would put there.
    static func isPinned(_ image: PlannedImage) -> Bool {
        guard let reference = image.reference, let digest = reference.digest else { return false }
        return image.field.image == reference.pinned(to: digest)
    }

    /// The tag that is signed, and the byte that its digest repeats.
    static func signedAs(_ subject: TrustQuestion.Subject) -> (tag: String, byte: UInt8) {
        switch subject {
        case .tag(let tag): (tag, 0xAB)
        case .digest(let digest): ("any", digest.bytes.first ?? 0)
        case .tagWithDigest(let tag, let digest): (tag, digest.bytes.first ?? 0)
        }
    }

    @Test("cut at any byte, a review is refused and nothing else happens")
    func truncated() throws {
        let bytes = try Fixtures.vector(
            "admission-reviews/025-\(Self.all[24].file.dropFirst(4)).json"
        )
        let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
        for end in 0...end {
            #expect(throws: AdmissionReviewError.self) {
                try AdmissionReview(parsing: Array(bytes[..<end]))
            }
        }
        let review = try AdmissionReview(parsing: bytes)
        #expect(review.request.operation == .update)
    }
}
