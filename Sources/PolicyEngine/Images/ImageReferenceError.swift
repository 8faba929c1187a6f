/// Why a string is not an image reference.
///
/// Grammar: github.com/distribution/reference (what the kubelet reads).
public enum ImageReferenceError: Error, Hashable, Sendable {
    /// The field is there, and empty.
    case empty
    /// The registry host does not fit the grammar of a host.
    case invalidHost(String)
    /// The port is not a number from 1 to 65535.
    case invalidPort(String)
    /// A part of the path, between slashes, does not fit the grammar.
    case invalidPathComponent(String)
    /// The path has upper-case letters.
    case upperCasePath(String)
    /// The tag does not fit the grammar, or is longer than 128 characters.
    case invalidTag(String)
    /// The canonical name is longer than 255 characters.
    case nameTooLong(Int)
    /// What follows `@` is not `sha256:` and 64 lower-case hexadecimal digits.
    case invalidDigest(String)
    /// A digest of an algorithm that no trust data here is keyed by.
    case unsupportedDigest(algorithm: String)
    /// 64 hexadecimal digits, or `sha256:` and any, which container runtimes read as an image id.
    case bareIdentifier
}

extension ImageReferenceError: CustomStringConvertible {
    /// What is wrong, in words, with the part that is.
    public var description: String {
        switch self {
        case .empty: "the image is empty"
        case .invalidHost(let host): "`\(host)` is not a registry host"
        case .invalidPort(let port): "`\(port)` is not a port"
        case .invalidPathComponent(let part): "`\(part)` is not part of an image path"
        case .upperCasePath(let path): "the path `\(path)` has upper-case letters"
        case .invalidTag(let tag): "`\(tag)` is not a tag"
        case .nameTooLong(let length): "the name has \(length) characters, 255 are allowed"
        case .invalidDigest(let digest): "`\(digest)` is not a sha256 digest"
        case .unsupportedDigest(let algorithm):
            "digests of `\(algorithm)` cannot be checked, only sha256"
        case .bareIdentifier: "an image id alone names no repository"
        }
    }
}
