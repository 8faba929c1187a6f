/// Why a `WWW-Authenticate` header could not be read.
public enum ChallengeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No authentication scheme where one must stand.
    case schemeMissing(header: String)
    /// A parameter without `=` or without a value.
    case valueMissing(parameter: String, header: String)
    /// A quoted value that does not end.
    case unterminatedQuote(parameter: String, header: String)
    /// The same parameter twice in one challenge.
    case duplicateParameter(String, header: String)
    /// Something else than a comma between two parameters.
    case separatorMissing(offset: Int, header: String)

    /// The error in words, with the header it is about.
    public var description: String {
        switch self {
        case .schemeMissing(let header):
            "cannot read the challenge `\(header)`: no authentication scheme found"
        case .valueMissing(let parameter, let header):
            "cannot read the challenge `\(header)`: the parameter `\(parameter)` has no value"
        case .unterminatedQuote(let parameter, let header):
            "cannot read the challenge `\(header)`: the quotes of `\(parameter)` do not end"
        case .duplicateParameter(let parameter, let header):
            "cannot read the challenge `\(header)`: the parameter `\(parameter)` comes twice"
        case .separatorMissing(let offset, let header):
            "cannot read the challenge `\(header)`: expected a comma at byte \(offset)"
        }
    }
}
