import Foundation
import PolicyEngine
import TUFCore

/// Policies and reviews for tests.
enum Fixtures {
    static func vector(_ path: String) throws -> [UInt8] {
        let url = Bundle.module.bundleURL.appending(path: "Vectors/\(path)")
        return [UInt8](try Data(contentsOf: url))
    }

    static func policies(_ yaml: String, _ more: String...) -> PolicySet {
        let texts = [yaml] + more
        return PolicySet(
            manifests: texts.enumerated()
                .map {
                    Manifest(source: "policies-\($0.offset).yaml", text: $0.element)
                }
        )
    }

    /// A ClusterImagePolicy of patterns, each with its policy in YAML flow style.
    static func cluster(_ repositories: [(String, String)], name: String = "base") -> String {
        resource("ClusterImagePolicy", "name: \(name)", repositories)
    }

    /// An ImagePolicy of the namespace `team`.
    static func namespaced(_ repositories: [(String, String)], name: String = "own") -> String {
        resource("ImagePolicy", "namespace: team, name: \(name)", repositories)
    }

    static func resource(
        _ kind: String,
        _ metadata: String,
        _ repositories: [(String, String)]
    ) -> String {
        let entries = repositories.map { "  - {name: \"\($0.0)\", policy: \($0.1)}" }
        return """
            apiVersion: portieris.cloud.ibm.com/v1
            kind: \(kind)
            metadata: {\(metadata)}
            spec:
              repositories: \(entries.isEmpty ? "[]" : "")
            \(entries.joined(separator: "\n"))
            """
    }

    static let trust = "{trust: {enabled: true, trustServer: \"https://notary.example.com\"}}"

    /// A review of a Pod with these images in the namespace `team`.
    static func pod(_ images: String..., version: String = "v1") throws -> AdmissionReview {
        let containers = images.enumerated()
            .map {
                #"{"name":"c\#($0.offset)","image":"\#($0.element)"}"#
            }
        return try review(
            object:
                #"{"kind":"Pod","spec":{"containers":[\#(containers.joined(separator: ","))]}}"#,
            version: version
        )
    }

    static func review(
        kind: String = "Pod",
        group: String = "",
        operation: String = "CREATE",
        object: String = "null",
        oldObject: String = "null",
        subresource: String = "",
        user: String = "dev",
        version: String = "v1"
    ) throws -> AdmissionReview {
        let text = """
            {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/\(version)","request":{
            "uid":"u-1","kind":{"group":"\(group)","version":"v1","kind":"\(kind)"},
            "subResource":"\(subresource)","namespace":"team","operation":"\(operation)",
            "userInfo":{"username":"\(user)"},"object":\(object),"oldObject":\(oldObject)}}
            """
        return try AdmissionReview(parsing: Array(text.utf8))
    }

    static func plan(_ review: AdmissionReview, _ yaml: String...) -> AdmissionPlan {
        let manifests = yaml.enumerated()
            .map {
                Manifest(source: "policies-\($0.offset).yaml", text: $0.element)
            }
        return AdmissionPlan(for: review, under: PolicySet(manifests: manifests))
    }

    /// The decision when nobody answers.
    static func decide(_ review: AdmissionReview, _ yaml: String...) -> AdmissionDecision {
        let manifests = yaml.enumerated()
            .map {
                Manifest(source: "policies-\($0.offset).yaml", text: $0.element)
            }
        let policies = PolicySet(manifests: manifests)
        return AdmissionPlan(for: review, under: policies).decision(with: [:])
    }
}
