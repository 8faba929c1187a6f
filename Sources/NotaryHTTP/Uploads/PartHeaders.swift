/// The header lines of one part.
struct PartHeaders {
    /// The content disposition as written, the first if there are several; nil without one.
    private(set) var disposition: String?
    private var isInDisposition = false
    private var hasFields = false

    /// Takes one line without its end; a line that starts with a space continues the one before.
    ///
    /// - Throws: ``UploadError/malformed`` when the line is neither.
    mutating func add(_ line: ArraySlice<UInt8>) throws(UploadError) {
        let text = String(decoding: line, as: UTF8.self)
        if line.first == UInt8(ascii: " ") || line.first == UInt8(ascii: "\t") {
            guard hasFields else { throw .malformed }
            if isInDisposition { disposition?.append(text) }
            return
        }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw .malformed }
        hasFields = true
        let isDisposition = text[..<colon].lowercased() == "content-disposition"
        isInDisposition = isDisposition && disposition == nil
        if isInDisposition {
            disposition = String(text[text.index(after: colon)...])
        }
    }

    /// The role a part claims to be: its file name without `.json`.
    ///
    /// - Throws: ``UploadError/missingFileName``.
    var roleName: String {
        get throws(UploadError) {
            guard let disposition, let name = MediaType(disposition)?.parameters["filename"] else {
                throw .missingFileName
            }
            let role = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
            guard !role.isEmpty else { throw .missingFileName }
            return role
        }
    }
}
