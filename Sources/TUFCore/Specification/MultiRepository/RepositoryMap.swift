/// Which repositories a client trusts with which targets: the map file of TAP 4.
///
/// It is the user's own configuration and never fetched. Each repository has a root of its own, and
/// its metadata a folder of its own, named as the repository.
public struct RepositoryMap: Sendable {
    /// Where each repository is, in the order of preference.
    public let locations: [RepositoryName: [String]]
    /// The entries, first come first served.
    public let mappings: [RepositoryMapping]

    /// Reads a map file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file: JSON with `repositories` and `mapping`.
    ///   - limits: The most it may be.
    /// - Throws: ``MetadataError``, with the place in the file.
    public init(
        parsing bytes: [UInt8],
        limits: JSONLimits = .untrustedMetadata
    ) throws(MetadataError) {
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: bytes, limits: limits)
        } catch {
            throw .json(error)
        }
        let file = MetadataField(document.root, path: "")
        locations = try Self.locations(in: file.member("repositories"))
        var mappings: [RepositoryMapping] = []
        for entry in try file.member("mapping").elements() {
            mappings.append(try Self.mapping(in: entry, among: locations))
        }
        self.mappings = mappings
    }

    private static func locations(
        in field: MetadataField
    ) throws(MetadataError) -> [RepositoryName: [String]] {
        var locations: [RepositoryName: [String]] = [:]
        for member in try field.members() {
            let name = try member.field.checked { () throws(FormatError) in
                try RepositoryName(member.name)
            }
            var urls: [String] = []
            for url in try someElements(of: member.field) { urls.append(try url.string()) }
            locations[name] = urls
        }
        return locations
    }

    private static func mapping(
        in entry: MetadataField,
        among known: [RepositoryName: [String]]
    ) throws(MetadataError) -> RepositoryMapping {
        var paths: [PathPattern] = []
        for path in try someElements(of: entry.member("paths")) {
            paths.append(PathPattern(try path.string()))
        }
        var repositories: [RepositoryName] = []
        for field in try someElements(of: entry.member("repositories")) {
            let text = try field.string()
            repositories.append(
                try field.checked { () throws(FormatError) in
                    let name = try RepositoryName(text)
                    guard known[name] != nil else { throw .unknownRepository(text) }
                    return name
                }
            )
        }
        let threshold = try entry.member("threshold")
        let number = try threshold.integer()
        let isLast = try entry.member("terminating").boolean()
        return try threshold.checked { () throws(FormatError) in
            try RepositoryMapping(
                paths: paths,
                repositories: repositories,
                threshold: number,
                termination: isLast ? .searchEnds : .searchGoesOn
            )
        }
    }

    private static func someElements(
        of field: MetadataField
    ) throws(MetadataError) -> [MetadataField] {
        let elements = try field.elements()
        guard !elements.isEmpty else { throw .invalid(path: field.path, .emptyList) }
        return elements
    }
}
