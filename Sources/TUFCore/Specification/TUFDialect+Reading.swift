extension TUFDialect {
    /// Reads a root (TUF 4.3).
    public func root(from signed: JSONValue) throws(MetadataError) -> Root {
        let field = MetadataField(signed, path: "signed")
        try checkHeader(of: field, is: "root")
        let keys = try keys(in: field.member("keys"))
        return Root(
            version: try version(in: field),
            expires: try expires(in: field),
            consistentSnapshot: try field.presentMember("consistent_snapshot")?.boolean() ?? false,
            keys: keys,
            roles: try topLevelRoles(in: field.member("roles"))
        )
    }

    /// Reads a timestamp (TUF 4.6), whose `meta` describes the snapshot and nothing else.
    public func timestamp(from signed: JSONValue) throws(MetadataError) -> Timestamp {
        let field = MetadataField(signed, path: "signed")
        try checkHeader(of: field, is: "timestamp")
        let meta = try field.member("meta")
        let snapshot = try meta.member("snapshot.json")
        if let other = try meta.members().first(where: { $0.name != "snapshot.json" }) {
            throw .unexpected(path: other.field.path)
        }
        return Timestamp(
            version: try version(in: field),
            expires: try expires(in: field),
            snapshot: try metaFile(in: snapshot)
        )
    }

    /// Reads a snapshot (TUF 4.4).
    public func snapshot(from signed: JSONValue) throws(MetadataError) -> Snapshot {
        let field = MetadataField(signed, path: "signed")
        try checkHeader(of: field, is: "snapshot")
        var files: [String: MetaFile] = [:]
        for member in try field.member("meta").members() {
            let file = try metaFile(in: member.field)
            guard member.name.hasSuffix(".json") else { continue }
            files[String(member.name.dropLast(5))] = file
        }
        return Snapshot(
            version: try version(in: field),
            expires: try expires(in: field),
            meta: files
        )
    }

    /// Reads a targets file (TUF 4.5), the form of each entry included.
    public func targets(
        from signed: JSONValue,
        of role: RoleName
    ) throws(MetadataError) -> Targets {
        let field = MetadataField(signed, path: "signed")
        try checkHeader(of: field, is: "targets")
        return Targets(
            version: try version(in: field),
            expires: try expires(in: field),
            delegations: try delegations(in: field.presentMember("delegations")),
            targets: try field.member("targets").object().value,
            dialect: self
        )
    }

    /// Reads `{"hashes", "length", "custom"}`, known hashes well-formed and at least one listed.
    public func targetFile(
        from entry: JSONValue,
        named name: String
    ) throws(MetadataError) -> TargetFile {
        let field = MetadataField(entry, memberOf: "signed.targets", named: name)
        return TargetFile(
            length: try length(in: field.member("length")),
            hashes: try hashes(in: field.member("hashes")),
            custom: try field.presentMember("custom")?.value.tree
        )
    }

    private func checkHeader(
        of field: MetadataField,
        is expected: String
    ) throws(MetadataError) {
        let found = try field.member("_type").string()
        guard found == expected else {
            throw .wrongMetadataType(expected: expected, found: found)
        }
        let version = try field.member("spec_version")
        let text = try version.string()
        try version.checked { () throws(FormatError) in try Self.check(specificationVersion: text) }
    }

    /// TUF 4.3: the major version must be this client's; `1.0` is met in the field as well.
    private static func check(specificationVersion text: String) throws(FormatError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isNumeric = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard (2...3).contains(parts.count), isNumeric, parts[0] == "1" else {
            throw .specificationVersion(text)
        }
    }

    private func version(in field: MetadataField) throws(MetadataError) -> MetadataVersion {
        let version = try field.member("version")
        let number = try version.integer()
        return try version.checked { () throws(FormatError) in try MetadataVersion(number) }
    }

    /// TUF 4.2.3: `YYYY-MM-DDTHH:MM:SSZ` and nothing else.
    private func expires(in field: MetadataField) throws(MetadataError) -> UTCTime {
        let expires = try field.member("expires")
        let text = try expires.string()
        return try expires.checked { () throws(FormatError) in
            guard let time = UTCTime(rfc3339: text), time.description == text,
                time.nanoseconds == 0
            else { throw .time(text) }
            return time
        }
    }

    private func metaFile(in field: MetadataField) throws(MetadataError) -> MetaFile {
        let length: Int?
        if let listed = try field.presentMember("length") {
            length = try self.length(in: listed)
        } else {
            length = nil
        }
        return MetaFile(
            version: try version(in: field),
            length: length,
            hashes: try field.presentMember("hashes")
                .map { hashes throws(MetadataError) in
                    try self.hashes(in: hashes)
                } ?? Hashes([]),
            rule: .versionRequired
        )
    }

    private func length(in field: MetadataField) throws(MetadataError) -> Int {
        let number = try field.integer()
        return try field.checked { () throws(FormatError) in
            guard number >= 0 else { throw .negativeLength(number) }
            return number
        }
    }

    /// Hashes of unknown algorithms are kept out, and must not be the only ones.
    private func hashes(in field: MetadataField) throws(MetadataError) -> Hashes {
        var digests: [Digest] = []
        for member in try field.object().value.members {
            let hash = field.field(member.value)
            let text = try hash.string()
            guard let algorithm = HashAlgorithm(named: member.name) else { continue }
            digests.append(
                try hash.checked { () throws(FormatError) in try algorithm.digest(hex: text) }
            )
        }
        guard !digests.isEmpty else { throw .noKnownHash(path: field.path) }
        return Hashes(digests)
    }
}
