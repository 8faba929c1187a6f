/// Why part of a manifest is not accepted.
struct ManifestError: Error, Hashable {
    enum Problem: Hashable {
        case tooLarge(bytes: Int, limit: Int)
        case tooDeep(limit: Int)
        case tooManyValues(limit: Int)
        case notUTF8
        case syntax(String)
        case duplicateName(String)
        case unsupportedTag(String)
        case missing
        case wrongType(expected: String)
        case unknownField(String)
        case invalid(String)
    }

    let problem: Problem
    var line: Int?
    var field: String?
}

extension ManifestError {
    /// What is wrong, in words.
    var message: String {
        switch problem {
        case .tooLarge(let bytes, let limit): "\(bytes) bytes, \(limit) are allowed"
        case .tooDeep(let limit): "more than \(limit) levels of lists and maps"
        case .tooManyValues(let limit): "more than \(limit) values, aliases counted each time"
        case .notUTF8: "not UTF-8"
        case .syntax(let text): text
        case .duplicateName(let name): "`\(name)` is there twice"
        case .unsupportedTag(let tag): "the tag `\(tag)` is not supported"
        case .missing: "is missing"
        case .wrongType(let expected): "is not \(expected)"
        case .unknownField(let name): "unknown field `\(name)`"
        case .invalid(let text): text
        }
    }
}
