public import TUFCore

/// An image reference in canonical form: the one thing policies are matched against.
///
/// `nginx` is `docker.io/library/nginx:latest`. Read by the rules of
/// github.com/distribution/reference, so that the kubelet pulls what was checked here.
public struct ImageReference: Hashable, Sendable {
    /// The registry.
    public let host: RegistryHost
    /// The path at the registry, `library/nginx`.
    public let path: String
    /// The tag: as written, `latest` when neither tag nor digest was, nil for a digest alone.
    public let tag: String?
    /// The sha256 digest of the manifest, when the reference has one.
    public let digest: Digest?

    /// Host and path, which is also the name of the trust collection, `docker.io/library/nginx`.
    public var name: String { "\(host)/\(path)" }

    /// The whole reference, `docker.io/library/nginx:latest`.
    public var canonical: String {
        name + (tag.map { ":\($0)" } ?? "") + (digest.map { "@sha256:\($0.hex)" } ?? "")
    }

    /// The reference that can only ever mean the manifest of that digest.
    ///
    /// - Parameter digest: the sha256 digest of a manifest.
    /// - Returns: `docker.io/library/nginx@sha256:…`, without the tag.
    public func pinned(to digest: Digest) -> String { "\(name)@sha256:\(digest.hex)" }

    /// Reads a reference as a container's `image` field has it.
    ///
    /// - Parameter text: `nginx`, `quay.io/team/app:1.2@sha256:…`.
    /// - Throws: ``ImageReferenceError``, which names the part that is wrong.
    public init(parsing text: String) throws(ImageReferenceError) {
        guard !text.isEmpty else { throw .empty }
        let parts = ImageReferenceParts(text)
        let (host, path) = try Self.locate(parts.name)
        self.host = host
        self.path = path
        digest = try parts.digest.map { written throws(ImageReferenceError) in
            try Self.sha256(written)
        }
        tag =
            try parts.tag.map { written throws(ImageReferenceError) in try Self.tag(written) }
            ?? (parts.digest == nil ? "latest" : nil)
        guard name.utf8.count <= 255 else { throw .nameTooLong(name.utf8.count) }
    }

    /// The same image by another tag.
    func tagged(_ tag: String) -> ImageReference { ImageReference(self, tag: tag) }

    private init(_ other: ImageReference, tag: String) {
        (host, path, digest) = (other.host, other.path, other.digest)
        self.tag = tag
    }

    private static func locate(
        _ name: Substring
    ) throws(ImageReferenceError) -> (RegistryHost, String) {
        let (first, rest) = ImageReferenceParts.hostAndPath(name)
        guard let first else {
            let path = try checkedPath(rest)
            guard !isImageIdentifier(path) else { throw .bareIdentifier }
            return (.dockerHub, path.contains("/") ? path : "library/\(path)")
        }
        let host = try RegistryHost(parsing: first)
        let path = try checkedPath(rest)
        let isOfficial = host == .dockerHub && !path.contains("/")
        return (host, isOfficial ? "library/\(path)" : path)
    }

    /// The name of what runtimes look for among the images that a node already has, by id: 64
    /// digits, or an algorithm, which containerd takes with any number of digits behind the `:`.
    private static func isImageIdentifier(_ path: String) -> Bool {
        HashAlgorithm(rawValue: path) != nil
            || path.utf8.count == 64 && path.utf8.allSatisfy(\.isLowerHexDigit)
    }

    private static func checkedPath(_ path: Substring) throws(ImageReferenceError) -> String {
        let slash = UInt8(ascii: "/")
        for component in path.utf8.split(separator: slash, omittingEmptySubsequences: false) {
            guard ImageReferenceParts.isPathComponent(component) else {
                if component.contains(where: \.isUpperCase) { throw .upperCasePath(String(path)) }
                throw .invalidPathComponent(String(Substring(component)))
            }
        }
        return String(path)
    }

    private static func tag(_ text: Substring) throws(ImageReferenceError) -> String {
        guard ImageReferenceParts.isTag(text.utf8) else { throw .invalidTag(String(text)) }
        return String(text)
    }

    private static func sha256(_ text: Substring) throws(ImageReferenceError) -> Digest {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .invalidDigest(String(text)) }
        guard parts[0] == "sha256" else { throw .unsupportedDigest(algorithm: String(parts[0])) }
        guard parts[1].utf8.count == 64, parts[1].utf8.allSatisfy(\.isLowerHexDigit) else {
            throw .invalidDigest(String(text))
        }
        do {
            return try Digest(.sha256, hex: String(parts[1]))
        } catch {
            throw .invalidDigest(String(text))
        }
    }
}

extension ImageReference: CustomStringConvertible {
    /// The canonical form.
    public var description: String { canonical }
}
