import PolicyEngine
import TUFCore
import Testing

@Suite("Reading AdmissionReviews")
struct AdmissionReviewTests {
    static let whole = """
        {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u",
        "kind":{"group":"","version":"v1","kind":"Pod"},"operation":"CREATE","namespace":"n",
        "userInfo":{"username":"dev"},"dryRun":true,"object":{"spec":{}}}}
        """

    @Test("both versions are read", arguments: ["v1", "v1beta1"])
    func versions(version: String) throws {
        let text = Self.whole.replacing("k8s.io/v1", with: "k8s.io/\(version)")
        let review = try AdmissionReview(parsing: Array(text.utf8))
        #expect(review.version.rawValue == "admission.k8s.io/\(version)")
        #expect(review.request.namespace == "n")
        #expect(review.request.username == "dev")
        #expect(review.request.isDryRun)
    }

    @Test(
        "a malformed review names the member",
        arguments: [
            (
                "AdmissionReview", "Review",
                AdmissionReviewError.notAReview(apiVersion: "admission.k8s.io/v1", kind: "Review")
            ),
            (
                "k8s.io/v1", "k8s.io/v2",
                .notAReview(apiVersion: "admission.k8s.io/v2", kind: "AdmissionReview")
            ),
            (#""request""#, #""other""#, .missing("request")),
            (
                #""request":{"#, #""request":7,"other":{"#,
                .wrongType("request", expected: "an object")
            ),
            (#""uid":"u""#, #""uid":"""#, .missing("request.uid")),
            (#""uid":"u""#, #""uid":7"#, .wrongType("request.uid", expected: "a string")),
            (#""CREATE""#, #""PATCH""#, .unknownOperation("PATCH")),
            (#""operation":"CREATE","#, "", .missing("request.operation")),
            (#""kind":"Pod""#, #""kind":null"#, .missing("request.kind.kind")),
            (#""object""#, #""body""#, .missing("request.object")),
            (#"{"spec":{}}"#, "null", .missing("request.object")),
            (#"{"spec":{}}"#, "[]", .wrongType("request.object", expected: "an object")),
            ("true", "1", .wrongType("request.dryRun", expected: "true or false")),
            (
                #"{"username":"dev"}"#, #""dev""#,
                .wrongType("request.userInfo", expected: "an object")
            ),
            (#""n""#, "{}", .wrongType("request.namespace", expected: "a string")),
        ]
    )
    func malformed(part: String, replacement: String, expected: AdmissionReviewError) {
        let text = Self.whole.replacing(part, with: replacement)
        #expect(throws: expected) { try AdmissionReview(parsing: Array(text.utf8)) }
    }

    @Test(
        "what is no JSON object is refused",
        arguments: ["", "null", "[]", "7", "\"x\"", "{", "{}{}", "{\"kind\":\"a\",\"kind\":\"b\"}"]
    )
    func noObject(text: String) {
        #expect(throws: AdmissionReviewError.self) {
            try AdmissionReview(parsing: Array(text.utf8))
        }
    }

    @Test("too deep and too large is refused before it is looked at")
    func limits() {
        let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        let text = Self.whole.replacing(#"{"spec":{}}"#, with: #"{"spec":\#(deep)}"#)
        #expect(throws: AdmissionReviewError.self) {
            try AdmissionReview(parsing: Array(text.utf8))
        }
        let small = JSONLimits(maximumBytes: 100, maximumDepth: 64)
        #expect(throws: AdmissionReviewError.self) {
            try AdmissionReview(parsing: Array(Self.whole.utf8), limits: small)
        }
    }

    @Test("DELETE needs no object")
    func delete() throws {
        let text = Self.whole.replacing("CREATE", with: "DELETE")
            .replacing(#"{"spec":{}}"#, with: "null")
        #expect(try AdmissionReview(parsing: Array(text.utf8)).request.operation == .delete)
    }
}
