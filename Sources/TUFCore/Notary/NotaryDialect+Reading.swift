extension NotaryDialect {
    /// Reads a root: its keys, and all four roles.
    public func root(from signed: JSONValue) throws(MetadataError) -> Root {
        let field = MetadataField(signed, path: "signed")
        try checkType(of: field, is: "Root")
        let keys = try keys(in: field.member("keys"))
        return Root(
            version: try version(in: field),
            expires: try expires(in: field),
            consistentSnapshot: try field.optionalMember("consistent_snapshot")?.boolean() ?? false,
            keys: keys.byID,
            roles: try topLevelRoles(in: field.member("roles"), keys: keys)
        )
    }

    /// Reads a timestamp; `meta` must list the snapshot with its SHA-256.
    public func timestamp(from signed: JSONValue) throws(MetadataError) -> Timestamp {
        let field = MetadataField(signed, path: "signed")
        try checkType(of: field, is: "Timestamp")
        return Timestamp(
            version: try version(in: field),
            expires: try expires(in: field),
            snapshot: try metaFile(in: field.member("meta").member("snapshot"))
        )
    }

    /// Reads a snapshot; `meta` must list root and targets, each with its SHA-256.
    public func snapshot(from signed: JSONValue) throws(MetadataError) -> Snapshot {
        let field = MetadataField(signed, path: "signed")
        try checkType(of: field, is: "Snapshot")
        let meta = try field.member("meta")
        _ = try meta.member("root")
        _ = try meta.member("targets")
        var files: [String: MetaFile] = [:]
        for member in try meta.members() { files[member.name] = try metaFile(in: member.field) }
        return Snapshot(
            version: try version(in: field),
            expires: try expires(in: field),
            meta: files
        )
    }

    /// Reads a targets file; its delegations are direct children of `role`.
    public func targets(
        from signed: JSONValue,
        of role: RoleName
    ) throws(MetadataError) -> Targets {
        let field = MetadataField(signed, path: "signed")
        try checkType(of: field, is: "Targets")
        return Targets(
            version: try version(in: field),
            expires: try expires(in: field),
            delegations: try delegations(in: field.optionalMember("delegations"), of: role),
            targets: try field.optionalMember("targets")?.object().value,
            dialect: self
        )
    }

    /// Reads `{"hashes", "length", "custom"}`.
    public func targetFile(
        from entry: JSONValue,
        named name: String
    ) throws(MetadataError) -> TargetFile {
        let field = MetadataField(entry, memberOf: "signed.targets", named: name)
        let length = try field.member("length")
        let number = try length.integer()
        return TargetFile(
            length: try length.checked { () throws(FormatError) in
                guard number >= 0 else { throw .negativeLength(number) }
                return number
            },
            hashes: try hashes(in: field.member("hashes")),
            custom: try field.optionalMember("custom")?.value.tree
        )
    }

    private func checkType(
        of field: MetadataField,
        is expected: String
    ) throws(MetadataError) {
        let found = try field.member("_type").string()
        guard found == expected else {
            throw .wrongMetadataType(expected: expected, found: found)
        }
    }

    private func version(in field: MetadataField) throws(MetadataError) -> MetadataVersion {
        let version = try field.member("version")
        let number = try version.integer()
        return try version.checked { () throws(FormatError) in try MetadataVersion(number) }
    }

    private func expires(in field: MetadataField) throws(MetadataError) -> UTCTime {
        let expires = try field.member("expires")
        let text = try expires.string()
        return try expires.checked { () throws(FormatError) in
            guard let time = UTCTime(notary: text) else { throw .time(text) }
            return time
        }
    }

    /// A negative length means none, as Notary's own client reads it.
    private func metaFile(in field: MetadataField) throws(MetadataError) -> MetaFile {
        let length = try field.optionalMember("length")?.integer()
        let hashesField = try field.member("hashes")
        let hashes = try hashes(in: hashesField)
        guard hashes[.sha256] != nil else { throw .missing(path: "\(hashesField.path).sha256") }
        return MetaFile(
            version: nil,
            length: length.flatMap { $0 < 0 ? nil : $0 },
            hashes: hashes
        )
    }

    private func hashes(in field: MetadataField) throws(MetadataError) -> Hashes {
        var digests: [Digest] = []
        for member in try field.members() {
            guard let algorithm = HashAlgorithm(named: member.name) else { continue }
            let text = try member.field.string()
            digests.append(
                try member.field.checked { () throws(FormatError) in
                    try algorithm.digest(base64: text)
                }
            )
        }
        return Hashes(digests)
    }
}
