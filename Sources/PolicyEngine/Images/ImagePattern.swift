/// Which images a policy is for: host, path and tag, each matched on its own.
///
/// `*` stands for any run of characters within its part; in a path that includes `/`. Host and
/// path are matched apart, so `*.trusted.example.com/x/*` cannot match an attacker's host that
/// has the trusted name in its path.
public struct ImagePattern: Hashable, Sendable {
    /// As the policy has it.
    public let text: String
    private let host: Glob
    private let path: Glob
    /// Nil: any tag, and none.
    private let tag: Glob?
    private let hasSlash: Bool

    /// Reads a pattern, and makes it canonical as image references are.
    ///
    /// Without a host it is Docker Hub's, as `nginx` and `library/*` are; `*` alone is any image
    /// and `*/…` any host. A host needs a path: `quay.io*` is refused, since by the rules of image
    /// references it would be Docker Hub's and leave `quay.io` ungoverned.
    /// - Parameter text: `registry.example.com/team/*`, `nginx:1.*`, `*`.
    /// - Throws: ``ImagePatternError``, which names the part that is wrong.
    public init(parsing text: String) throws(ImagePatternError) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= 512 else { throw .tooLong(text.utf8.count) }
        guard !text.utf8.contains(UInt8(ascii: "@")) else { throw .hasDigest(text) }
        self.text = text
        let (name, tag) = ImageReferenceParts.nameAndTag(text[...])
        self.tag = tag.map { Glob(String($0)) }
        if Glob(String(name)).matchesAll {
            (host, path, hasSlash) = (Glob("*"), Glob("*"), false)
        } else {
            guard Self.hasPath(name) else { throw .hostWithoutPath(text) }
            (host, path) = try Self.hostAndPath(name)
            hasSlash = true
        }
        guard Self.isPossible(path: path, tag: tag) else { throw .impossible(text) }
    }

    /// Whether the pattern has a tag that not every tag matches.
    public var namesTags: Bool { tag.map { !$0.matchesAll } ?? false }

    /// The tag, when the pattern is for just that one.
    public var literalTag: String? { tag.flatMap { $0.isLiteral ? $0.text : nil } }

    /// Whether the pattern matches; a digest alone has no tag, so a pattern for tags does not.
    ///
    /// - Parameter reference: a canonical reference.
    /// - Returns: true when host, path and tag all fit.
    public func matches(_ reference: ImageReference) -> Bool {
        matchesName(of: reference) && matches(tag: reference.tag)
    }

    /// Whether host and path fit, whatever the tag.
    func matchesName(of reference: ImageReference) -> Bool {
        (host.matches(reference.host.name) || host.matches(reference.host.nameWithoutDefaultPort))
            && Self.spellings(of: reference).contains { path.matches($0) }
    }

    /// Whether a tag fits, nil being none.
    func matches(tag candidate: String?) -> Bool {
        guard let tag, !tag.matchesAll else { return true }
        return candidate.map { tag.matches($0) } ?? false
    }

    /// How closely the pattern describes the images it matches.
    func specificity(for reference: ImageReference) -> PatternSpecificity {
        let isWhole = tag.map(\.isLiteral) ?? (reference.tag == nil)
        let length =
            host.literalLength + path.literalLength + (hasSlash ? 1 : 0)
            + (tag.map { 1 + $0.literalLength } ?? 0)
        return PatternSpecificity(
            isExact: host.isLiteral && path.isLiteral && isWhole,
            length: length
        )
    }

    /// Whether a `*` might be meant for a host too, as in Portieris, where `team-*/app` matches at
    /// any: here it is Docker Hub's, since no host is written.
    var mayBeMeantForHosts: Bool {
        let name = ImageReferenceParts.nameAndTag(text[...]).name
        guard ImageReferenceParts.hostAndPath(name).host == nil else { return false }
        let first = Glob(String(name.prefix { $0 != "/" }))
        let isPart = first.text.utf8.count < name.utf8.count
        return !first.isLiteral && !first.matchesAll && (isPart || first.text.hasPrefix("*"))
    }

    /// Docker Hub's official images are written with and without `library/`.
    private static func spellings(of reference: ImageReference) -> [String] {
        let official = "library/"
        guard reference.host == .dockerHub, reference.path.hasPrefix(official) else {
            return [reference.path]
        }
        let short = reference.path.dropFirst(official.count)
        return short.contains("/") ? [reference.path] : [reference.path, String(short)]
    }
}

extension ImagePattern {
    /// Whether what looks like a host, since it has a dot, is followed by a path.
    private static func hasPath(_ name: Substring) -> Bool {
        name.utf8.contains(UInt8(ascii: "/")) || !name.utf8.contains(UInt8(ascii: "."))
    }

    private static func hostAndPath(
        _ name: Substring
    ) throws(ImagePatternError) -> (Glob, Glob) {
        var (host, path) = ImageReferenceParts.hostAndPath(name)
        if host == nil, let slash = name.firstIndex(of: "/"),
            Glob(String(name[..<slash])).matchesAll
        {
            (host, path) = (name[..<slash], name[name.index(after: slash)...])
        }
        let canonical = try canonicalHost(host)
        let isOfficial =
            canonical == RegistryHost.dockerHub.name
            && !path.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") }
        return (Glob(canonical), Glob(isOfficial ? "library/\(path)" : String(path)))
    }

    private static func canonicalHost(_ host: Substring?) throws(ImagePatternError) -> String {
        guard let host else { return RegistryHost.dockerHub.name }
        guard host.utf8.contains(UInt8(ascii: "*")) else {
            do {
                return try RegistryHost(parsing: host).name
            } catch {
                throw .invalidHost(error)
            }
        }
        let lower = host.lowercased()
        guard lower.utf8.allSatisfy({ $0.isAlphanumeric || "-.:[]*".utf8.contains($0) }) else {
            throw .impossible(String(host))
        }
        return lower.hasSuffix(":443") ? String(lower.dropLast(4)) : lower
    }

    private static func isPossible(path: Glob, tag: Substring?) -> Bool {
        let inPath: (UInt8) -> Bool = {
            $0.isLowerCase || $0.isDigit || "-._/*".utf8.contains($0)
        }
        let inTag: (UInt8) -> Bool = { $0.isAlphanumeric || "-._*".utf8.contains($0) }
        return !path.text.isEmpty && path.text.utf8.allSatisfy(inPath)
            && (tag.map { !$0.isEmpty && $0.utf8.allSatisfy(inTag) } ?? true)
    }
}

extension ImagePattern: CustomStringConvertible {
    /// As the policy has it.
    public var description: String { text }
}
