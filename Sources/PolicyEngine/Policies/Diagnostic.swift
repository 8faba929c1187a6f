/// Something in the manifests that was not accepted, or not looked at, and where it stands.
public struct Diagnostic: Hashable, Sendable {
    /// What follows from it.
    public enum Severity: String, Hashable, Sendable {
        /// Part of what an operator asked for cannot be done; images it may be about are denied.
        case error
        /// Something was left aside that no decision needs.
        case warning
    }

    /// What follows from it.
    public let severity: Severity
    /// The manifest's source, a file name.
    public let source: String
    /// The document within the file, counted from 1.
    public let document: Int
    /// The line within the file, counted from 1, where it is known.
    public let line: Int?
    /// The field, `spec.repositories[0].policy.trust`, nil for the document as a whole.
    public let field: String?
    /// What is wrong.
    public let message: String
}

extension Diagnostic: CustomStringConvertible {
    /// One line, `policies.yaml:12: document 2: spec.repositories[0].name: error: …`.
    public var description: String {
        let place = source + (line.map { ":\($0)" } ?? "")
        let field = field.map { "\($0): " } ?? ""
        return "\(place): document \(document): \(field)\(severity.rawValue): \(message)"
    }
}
