extension TUFDialect {
    /// The specification that is written.
    static let specificationVersion = "1.0.34"

    /// A timestamp's `signed`.
    public func json(of timestamp: Timestamp) -> JSON {
        signed(
            "timestamp",
            version: timestamp.version,
            expires: timestamp.expires,
            meta: ["snapshot": timestamp.snapshot]
        )
    }

    /// A snapshot's `signed`.
    public func json(of snapshot: Snapshot) -> JSON {
        signed(
            "snapshot",
            version: snapshot.version,
            expires: snapshot.expires,
            meta: snapshot.meta
        )
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

    private func signed(
        _ type: String,
        version: MetadataVersion,
        expires: UTCTime,
        meta: [String: MetaFile]
    ) -> JSON {
        .object([
            .init(name: "_type", value: .string(type)),
            .init(name: "expires", value: .string(expires.description)),
            .init(
                name: "meta",
                value: .object(
                    meta.map { .init(name: "\($0.key).json", value: json(of: $0.value)) }
                )
            ),
            .init(name: "spec_version", value: .string(Self.specificationVersion)),
            .init(name: "version", value: .integer(version.number)),
        ])
    }

    private func json(of file: MetaFile) -> JSON {
        var members = [
            JSON.Member(name: "version", value: .integer(file.version?.number ?? 1))
        ]
        if let length = file.length {
            members.append(.init(name: "length", value: .integer(length)))
        }
        if !file.hashes.digests.isEmpty {
            let hashes = file.hashes.digests.map {
                JSON.Member(name: $0.algorithm.rawValue, value: .string($0.hex))
            }
            members.append(.init(name: "hashes", value: .object(hashes)))
        }
        return .object(members)
    }
}
