import PolicyEngine
import TUFCore

/// Any body read as a review, planned and decided: where an image needs proof, none is allowed.
enum AdmissionReviewFuzzing: FuzzTarget {
    static let name = "admission-review"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        guard let review = try? AdmissionReview(parsing: input) else { return }
        let plan = AdmissionPlan(for: review, under: policies)
        let decision = plan.decision(with: [:])
        try BrokenPromise.unless(
            "what nobody vouched for is denied",
            plan.images.isEmpty || !decision.isAllowed
        )
        let response = decision.response(to: review)
        guard let answer = try? JSONDocument(parsing: response, limits: .admissionReview) else {
            throw BrokenPromise(description: "the answer is JSON")
        }
        try BrokenPromise.unless(
            "the answer is to the question",
            answer.root["response"]?["uid"]?.string == review.request.uid
        )
        try BrokenPromise.unless(
            "the answer says what was decided",
            answer.root["response"]?["allowed"]?.boolean == decision.isAllowed
        )
    }

    private static let policies = PolicySet(
        manifests: [
            Manifest(
                source: "policy.yaml",
                text: """
                    apiVersion: portieris.cloud.ibm.com/v1
                    kind: ClusterImagePolicy
                    metadata: {name: all}
                    spec:
                      repositories:
                      - name: "*"
                        policy: {trust: {enabled: true, trustServer: "https://notary.example"}}
                    """
            )
        ]
    )
}
