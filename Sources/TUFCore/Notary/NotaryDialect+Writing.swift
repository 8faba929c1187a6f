extension NotaryDialect {
    /// Notary reads the member and does not use it.
    public var writesConsistentSnapshots: Bool { false }

    /// Snapshots list root and targets files.
    public var listsRoot: Bool { true }

    /// The type, capitalised; roots say as well that snapshots are not consistent.
    public func header(of role: RoleName) -> [JSON.Member] {
        switch role {
        case .root:
            [
                .init(name: "_type", value: "Root"),
                .init(name: "consistent_snapshot", value: false),
            ]
        case .snapshot: [.init(name: "_type", value: "Snapshot")]
        case .timestamp: [.init(name: "_type", value: "Timestamp")]
        default: [.init(name: "_type", value: "Targets")]
        }
    }

    /// As Go's RFC3339Nano.
    public func spelling(ofExpiry time: UTCTime) -> String { time.description }

    /// The role's name.
    public func nameInMeta(of role: RoleName) -> String { role.name }

    /// Length, SHA-256 and SHA-512; no version.
    public func metaFile(describing bytes: [UInt8], version: MetadataVersion) -> MetaFile {
        MetaFile(describing: bytes)
    }

    /// `hashes` in base64 and `length`.
    public func json(of file: MetaFile) -> JSON {
        .object([
            .init(name: "hashes", value: json(of: file.hashes)),
            .init(name: "length", value: .integer(file.length ?? -1)),
        ])
    }

    /// `hashes` in base64, `length`, and `custom` where there is any.
    public func json(of file: TargetFile) -> JSON {
        var json = JSON.object([
            .init(name: "hashes", value: json(of: file.hashes)),
            .init(name: "length", value: .integer(file.length)),
        ])
        json[member: "custom"] = file.custom
        return json
    }

    /// The key object, whose `private` is null.
    public func json(of key: Key) -> JSON { key.notaryJSON }

    /// `name`, `keyids`, `threshold` and `paths`, which are prefixes.
    public func json(of role: DelegatedRole) throws(EditError) -> JSON {
        guard role.termination == .searchGoesOn else {
            throw .notInThisDialect("delegation that ends a search")
        }
        let prefixes: [String]
        switch role.paths {
        case .everything: prefixes = [""]
        case .prefixes(let listed): prefixes = listed
        case .patterns: throw .notInThisDialect("path patterns")
        case .hashPrefixes, .bin: throw .notInThisDialect("hash bins")
        case .both: throw .notInThisDialect("paths that two lists must allow")
        }
        return KeyTable.definition(of: role.keys)
            .merging(
                .object([
                    .init(name: "name", value: .string(role.name.name)),
                    .init(name: "paths", value: .array(prefixes.map { .string($0) })),
                ])
            )
    }

    /// There are none.
    public func json(of bins: SuccinctRoles) throws(EditError) -> JSON {
        throw .notInThisDialect("succinct bins")
    }

    /// The full path of a direct child: `targets/a` below `targets`.
    public func canDelegate(to role: RoleName, from parent: RoleName) -> Bool {
        role.parent == parent && (try? RoleName(notary: role.name)) != nil
    }

    /// Anything but control characters, which Go writes in another way than it signs them.
    public func canName(target name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x20 }
    }

    /// By name and by SHA-256; a root by its version as well.
    public func fileNames(
        of role: RoleName,
        version: MetadataVersion,
        bytes: [UInt8],
        under root: Root
    ) -> [String] {
        let hash = HashAlgorithm.sha256.digest(of: bytes).hex
        let byVersion = role == .root ? ["\(version).root.json"] : []
        return ["\(role.name).json", "\(role.name).\(hash).json"] + byVersion
    }

    /// A whole file as Notary's own serialiser writes it: `signed` first and HTML-escaped.
    ///
    /// Control characters, which canonical JSON leaves as they are, are escaped as well.
    public func file(signed canonical: [UInt8], signatures: [MetadataSignature]) -> [UInt8] {
        var bytes = Array(#"{"signed":"#.utf8)
        bytes += ControlEscaping.escaped(HTMLEscaping.escaped(canonical))
        bytes += Array(#","signatures":"#.utf8)
        bytes += JSON.array(signatures.map(json)).serialized()
        return bytes + Array("}".utf8)
    }

    private func json(of hashes: Hashes) -> JSON {
        .object(
            hashes.digests.map {
                .init(name: $0.algorithm.rawValue, value: .string(Base64.encode($0.bytes)))
            }
        )
    }

    private func json(_ signature: MetadataSignature) -> JSON {
        .object([
            .init(name: "keyid", value: .string(signature.keyID.hex)),
            .init(name: "method", value: signature.method.map { .string($0) } ?? .null),
            .init(name: "sig", value: .string(Base64.encode(signature.bytes))),
        ])
    }
}
