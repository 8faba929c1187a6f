import TUFCore

/// Turns a manifest into its documents.
struct ManifestReader {
    let limits: ManifestLimits

    /// The documents of a file, empty ones left out, each with its number from 1.
    ///
    /// A file is JSON when it parses as such, else YAML, of which JSON is nearly a part.
    func documents(
        of manifest: Manifest
    ) throws(ManifestError) -> [(number: Int, value: ManifestValue)] {
        guard manifest.bytes.count <= limits.maximumBytes else {
            throw ManifestError(
                problem: .tooLarge(bytes: manifest.bytes.count, limit: limits.maximumBytes)
            )
        }
        if manifest.source.hasSuffix(".json") || Self.looksLikeJSON(manifest.bytes) {
            do {
                return [(1, try json(manifest.bytes))]
            } catch {
                guard !manifest.source.hasSuffix(".json"), case .syntax = error.problem else {
                    throw error
                }
            }
        }
        return try YAMLReader(limits: limits).documents(manifest.bytes)
    }

    /// Whether the first character of content opens a JSON object or array.
    private static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
        let first = bytes.first { !" \t\r\n".utf8.contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private func json(_ bytes: [UInt8]) throws(ManifestError) -> ManifestValue {
        let jsonLimits = JSONLimits(
            maximumBytes: limits.maximumBytes,
            maximumDepth: limits.maximumDepth
        )
        do {
            let document = try JSONDocument(parsing: bytes, limits: jsonLimits)
            return JSONLines(document.bytes).value(of: document.root)
        } catch {
            if case .duplicateName(let name, let offset) = error {
                let line = offset.map { JSONLines(bytes).line(at: $0) }
                throw ManifestError(problem: .duplicateName(name), line: line)
            }
            throw ManifestError(problem: .syntax(error.description))
        }
    }
}
