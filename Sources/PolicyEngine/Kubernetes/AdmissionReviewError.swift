public import TUFCore

/// Why bytes are no AdmissionReview; HTTP status 400.
public enum AdmissionReviewError: Error, Hashable, Sendable {
    /// Not JSON, or beyond the limits of size and depth.
    case notJSON(JSONError)
    /// The kind or version is another one.
    case notAReview(apiVersion: String?, kind: String?)
    /// A member that every review has is not there.
    case missing(String)
    /// A member is of another type than the API gives it.
    case wrongType(String, expected: String)
    /// An operation that Kubernetes does not have.
    case unknownOperation(String)
}

extension AdmissionReviewError: CustomStringConvertible {
    /// What is wrong, in words, with the place.
    public var description: String {
        switch self {
        case .notJSON(let error): "the body is not a JSON document: \(error)"
        case .notAReview(let version, let kind):
            "expected an AdmissionReview of admission.k8s.io/v1 or v1beta1, found kind "
                + "`\(kind ?? "")` of `\(version ?? "")`"
        case .missing(let field): "`\(field)` is missing"
        case .wrongType(let field, let expected): "`\(field)` is not \(expected)"
        case .unknownOperation(let name): "`\(name)` is not an operation"
        }
    }
}
