/// Where something in a manifest stands.
struct ManifestOrigin: Hashable, Sendable {
    let source: String
    let document: Int
    var line: Int?
    var field: String?

    func error(_ message: String) -> Diagnostic { diagnostic(.error, message) }

    func warning(_ message: String) -> Diagnostic { diagnostic(.warning, message) }

    /// A diagnostic for an error of the decoder.
    func error(_ error: ManifestError) -> Diagnostic {
        var place = self
        place.line = error.line ?? line
        place.field = error.field ?? field
        return place.error(error.message)
    }

    private func diagnostic(_ severity: Diagnostic.Severity, _ message: String) -> Diagnostic {
        Diagnostic(
            severity: severity,
            source: source,
            document: document,
            line: line,
            field: field,
            message: message
        )
    }
}
