/// A value that does not have the form its type demands: what was expected and what was found.
public enum FormatError: Error, Hashable, Sendable {
    /// A version is a whole number of at least one.
    case versionBelowOne(Int)
    /// A key id is 64 hexadecimal digits.
    case keyID(String)
    /// A Globally Unique Name is 1 to 255 bytes without `*` and control characters.
    case gun(String)
    /// A role is `root`, `targets`, `snapshot`, `timestamp` or a clean path below `targets/`.
    case roleName(String)
    /// A role's name is longer than any may be.
    case roleNameTooLong(bytes: Int, limit: Int)
    /// A threshold is a whole number of at least one.
    case thresholdBelowOne(Int)
    /// A length is a whole number of at least zero.
    case negativeLength(Int)
    /// A time is RFC 3339, such as `2026-11-23T05:30:10Z`.
    case time(String)
    /// A hash of this algorithm has another length.
    case hash(algorithm: String)
    /// Bytes are standard base64 with padding.
    case base64
    /// Bytes are hexadecimal.
    case hex(String)
    /// Succinct roles have 1 to 32 bits.
    case bitLength(Int)
    /// A specification version of the major version 1, such as `1.0.34`.
    case specificationVersion(String)
    /// A list names something twice.
    case repeated(String)
    /// A list has at least one element.
    case emptyList
    /// A repository's name is a letter or digit, then those, `.`, `_` and `-` (TAP 4).
    case repositoryName(String)
    /// A repository that the map does not locate.
    case unknownRepository(String)
    /// No more can agree than are asked.
    case thresholdOutOfReach(Int, of: Int)
}

extension FormatError: CustomStringConvertible {
    /// The sentence for a person.
    public var description: String {
        switch self {
        case .versionBelowOne(let number): "version cannot be less than one, found \(number)"
        case .keyID(let text): "expected a key id of 64 hexadecimal digits, found `\(text)`"
        case .gun(let text): "expected a name of 1 to 255 bytes without `*`, found `\(text)`"
        case .roleName(let text): "expected a role name, found `\(text)`"
        case .roleNameTooLong(let bytes, let limit):
            "expected a role name of at most \(limit) bytes, found \(bytes)"
        case .thresholdBelowOne(let number): "threshold cannot be less than one, found \(number)"
        case .negativeLength(let number): "expected a length of at least 0, found \(number)"
        case .time(let text): "expected a time as in RFC 3339, found `\(text)`"
        case .hash(let algorithm): "expected a well-formed \(algorithm) hash"
        case .base64: "expected standard base64 with padding"
        case .hex(let text): "expected hexadecimal digits, found `\(text)`"
        case .bitLength(let number): "expected a bit length of 1 to 32, found \(number)"
        case .specificationVersion(let text): "expected a version 1.x of TUF, found `\(text)`"
        case .repeated(let text): "`\(text)` is named twice"
        case .emptyList: "expected at least one element"
        case .repositoryName(let text):
            "expected a name of letters, digits, `.`, `_` and `-`, found `\(text)`"
        case .unknownRepository(let text): "the repository `\(text)` is not in the map"
        case .thresholdOutOfReach(let threshold, let count):
            "expected a threshold of at most \(count), found \(threshold)"
        }
    }
}
