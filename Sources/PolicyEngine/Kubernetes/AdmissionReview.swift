public import TUFCore

/// An AdmissionReview as the API server posts it.
public struct AdmissionReview: Sendable {
    /// The versions of the API that are spoken; the answer is of the same.
    public enum Version: String, Hashable, Sendable {
        /// Since Kubernetes 1.16.
        case v1 = "admission.k8s.io/v1"
        /// Before that, and still offered until 1.22.
        case v1beta1 = "admission.k8s.io/v1beta1"
    }

    /// The version that was asked in.
    public let version: Version
    /// The question.
    public let request: AdmissionRequest

    /// Reads a request body.
    ///
    /// - Parameters:
    ///   - bytes: the whole body.
    ///   - limits: what is still read.
    /// - Throws: ``AdmissionReviewError``, which names the place.
    public init(
        parsing bytes: [UInt8],
        limits: JSONLimits = .admissionReview
    ) throws(AdmissionReviewError) {
        let root: JSONValue
        do {
            root = try JSONDocument(parsing: bytes, limits: limits).root
        } catch {
            throw .notJSON(error)
        }
        let reader = ReviewReader(value: root, path: "")
        let (apiVersion, kind) = (try reader.string("apiVersion"), try reader.string("kind"))
        guard kind == "AdmissionReview", let version = apiVersion.flatMap(Version.init) else {
            throw .notAReview(apiVersion: apiVersion, kind: kind)
        }
        self.version = version
        request = try AdmissionRequest(try reader.object("request").value)
    }
}
