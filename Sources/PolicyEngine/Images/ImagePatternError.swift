/// Why the `name` of a policy's repository is no pattern.
public enum ImagePatternError: Error, Hashable, Sendable {
    /// There is nothing to match.
    case empty
    /// Longer than any reference.
    case tooLong(Int)
    /// A digest in a pattern; policies govern names and tags.
    case hasDigest(String)
    /// The host is none, and has no `*` that could make it one.
    case invalidHost(ImageReferenceError)
    /// No slash, and a dot as hosts have it: a repository of Docker Hub by the rules of image
    /// references, which nobody means who writes `quay.io*`.
    case hostWithoutPath(String)
    /// A character that no image reference has, so that it could never match.
    case impossible(String)
}

extension ImagePatternError: CustomStringConvertible {
    /// What is wrong, in words, with the part that is.
    public var description: String {
        switch self {
        case .empty: "the pattern is empty"
        case .tooLong(let length): "the pattern has \(length) characters, 512 are allowed"
        case .hasDigest(let text): "`\(text)` has a digest; patterns name hosts, paths and tags"
        case .invalidHost(let error): error.description
        case .hostWithoutPath(let text):
            "`\(text)` has no path: write `HOST/*` for a registry, or `docker.io/NAME` for a "
                + "repository of Docker Hub whose name has a dot"
        case .impossible(let text): "no image reference can match `\(text)`"
        }
    }
}
