extension TUFDialect {
    /// The specification that is written.
    static let specificationVersion = "1.0.34"

    /// TUF 6.2.1.
    public var writesConsistentSnapshots: Bool { true }

    /// Snapshots list targets files only (TUF 4.4).
    public var listsRoot: Bool { false }

    /// The type and the version of the specification; roots say as well that snapshots are
    /// consistent.
    public func header(of role: RoleName) -> [JSON.Member] {
        let type = role.isDelegation ? RoleName.targets : role
        let common: [JSON.Member] = [
            .init(name: "_type", value: .string(type.name)),
            .init(name: "spec_version", value: .string(Self.specificationVersion)),
        ]
        return role == .root
            ? common + [.init(name: "consistent_snapshot", value: true)] : common
    }

    /// TUF 4.2.3: whole seconds.
    public func spelling(ofExpiry time: UTCTime) -> String {
        UTCTime(seconds: time.seconds).description
    }

    /// The role's name with `.json`.
    public func nameInMeta(of role: RoleName) -> String { "\(role).json" }

    /// Version, length and SHA-256.
    public func metaFile(describing bytes: [UInt8], version: MetadataVersion) -> MetaFile {
        MetaFile(
            version: version,
            length: bytes.count,
            hashes: Hashes(of: bytes, by: [.sha256]),
            rule: .versionRequired
        )
    }

    /// `version`, and `length` and `hashes` where they are known.
    public func json(of file: MetaFile) -> JSON {
        var json = JSON.object([
            .init(name: "version", value: .integer(file.version?.number ?? 1))
        ])
        json[member: "length"] = file.length.map { .integer($0) }
        json[member: "hashes"] = file.hashes.digests.isEmpty ? nil : self.json(of: file.hashes)
        return json
    }

    /// `hashes` and `length`, and `custom` where there is any.
    public func json(of file: TargetFile) -> JSON {
        var json = JSON.object([
            .init(name: "hashes", value: json(of: file.hashes)),
            .init(name: "length", value: .integer(file.length)),
        ])
        json[member: "custom"] = file.custom
        return json
    }

    /// `keytype`, `scheme` and `keyval` (TUF 4.2.2).
    public func json(of key: Key) -> JSON { key.tufJSON }

    /// `name`, `keyids`, `threshold`, `terminating` and either of `paths` and
    /// `path_hash_prefixes` (TUF 4.5).
    public func json(of role: DelegatedRole) throws(EditError) -> JSON {
        KeyTable.definition(of: role.keys)
            .merging(
                .object([
                    .init(name: "name", value: .string(role.name.name)),
                    .init(
                        name: "terminating",
                        value: .boolean(role.termination == .searchEnds)
                    ),
                    try member(for: role.paths),
                ])
            )
    }

    /// `bit_length`, `name_prefix`, `keyids` and `threshold` (TAP 15).
    public func json(of bins: SuccinctRoles) throws(EditError) -> JSON {
        KeyTable.definition(of: bins.keys)
            .merging(
                .object([
                    .init(name: "bit_length", value: .integer(bins.bitLength)),
                    .init(name: "name_prefix", value: .string(bins.namePrefix)),
                ])
            )
    }

    /// Any name but those of the top-level roles.
    public func canDelegate(to role: RoleName, from parent: RoleName) -> Bool { role.isDelegation }

    /// TUF 4.5: a relative path, which must not lead out of the folder it is written to.
    public func canName(target name: String) -> Bool {
        name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .allSatisfy {
                !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
            }
    }

    /// TUF 6.2.1: by version with consistent snapshots, but for the timestamp; roots always.
    public func fileNames(
        of role: RoleName,
        version: MetadataVersion,
        bytes: [UInt8],
        under root: Root
    ) -> [String] {
        let name = "\(PercentEncoding.encoded(role.name)).json"
        switch (role, root.consistentSnapshot) {
        case (.timestamp, _): return [name]
        case (_, true): return ["\(version).\(name)"]
        case (.root, false): return [name, "\(version).\(name)"]
        case (_, false): return [name]
        }
    }

    /// A whole file, `signed` in its canonical form.
    ///
    /// Control characters, which canonical JSON leaves as they are, are escaped: the file must be
    /// JSON as well.
    public func file(signed canonical: [UInt8], signatures: [MetadataSignature]) -> [UInt8] {
        let list = signatures.map {
            JSON.object([
                .init(name: "keyid", value: .string($0.keyID.hex)),
                .init(name: "sig", value: .string(Hex.encode($0.bytes))),
            ])
        }
        var bytes = Array(#"{"signatures":"#.utf8)
        bytes += JSON.array(list).serialized()
        bytes += Array(#","signed":"#.utf8)
        bytes += ControlEscaping.escaped(canonical)
        return bytes + Array("}".utf8)
    }

    private func json(of hashes: Hashes) -> JSON {
        .object(
            hashes.digests.map { .init(name: $0.algorithm.rawValue, value: .string($0.hex)) }
        )
    }

    private func member(for paths: DelegatedPaths) throws(EditError) -> JSON.Member {
        switch paths {
        case .patterns(let patterns):
            .init(name: "paths", value: .array(patterns.map { .string($0.text) }))
        case .hashPrefixes(let prefixes): hashPrefixes(prefixes.sorted())
        case .bin(let bin, let bitLength):
            hashPrefixes(Self.hashPrefixes(ofBin: bin, bitLength: bitLength))
        case .everything: throw .notInThisDialect("delegation of everything")
        case .prefixes: throw .notInThisDialect("path prefixes")
        case .both: throw .notInThisDialect("paths that two lists must allow")
        }
    }

    private func hashPrefixes(_ prefixes: [String]) -> JSON.Member {
        .init(name: "path_hash_prefixes", value: .array(prefixes.map { .string($0) }))
    }

    /// All prefixes of whole digits that begin with the bits of the bin.
    private static func hashPrefixes(ofBin bin: Int, bitLength: Int) -> [String] {
        let digits = (bitLength + 3) / 4
        let spare = digits * 4 - bitLength
        return (0..<1 << spare)
            .map { low in
                let text = String(bin << spare | low, radix: 16)
                return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
            }
    }
}
