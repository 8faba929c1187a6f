import PolicyEngine
import TUFCore

/// A response as the API server reads it.
struct ReadResponse {
    let root: JSONValue
    let response: JSONValue

    init(_ decision: AdmissionDecision, to review: AdmissionReview) throws {
        let bytes = decision.response(to: review)
        root = try JSONDocument(parsing: bytes, limits: .admissionReview).root
        guard let response = root["response"] else { throw Missing() }
        self.response = response
    }

    var isAllowed: Bool? { response["allowed"]?.boolean }
    var message: String? { response["status"]?["message"]?.string }
    var warnings: [String] { response["warnings"]?.elements.compactMap(\.string) ?? [] }

    /// Each operation as `op path value`.
    var patch: [String]? {
        guard let text = response["patch"]?.string, let bytes = Base64.decode(text),
            let patch = try? JSONDocument(parsing: bytes, limits: .admissionReview).root
        else { return nil }
        return patch.elements.map { operation in
            ["op", "path", "value"].compactMap { operation[$0]?.string }.joined(separator: " ")
        }
    }

    struct Missing: Error {}
}
