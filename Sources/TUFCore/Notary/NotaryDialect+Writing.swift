extension NotaryDialect {
    /// A timestamp's `signed`, members in canonical order.
    public func json(of timestamp: Timestamp) -> JSON {
        signed(
            "Timestamp",
            version: timestamp.version,
            expires: timestamp.expires,
            meta: ["snapshot": timestamp.snapshot]
        )
    }

    /// A snapshot's `signed`, members in canonical order.
    public func json(of snapshot: Snapshot) -> JSON {
        signed(
            "Snapshot",
            version: snapshot.version,
            expires: snapshot.expires,
            meta: snapshot.meta
        )
    }

    /// A whole file as Notary's own serialiser writes it: `signed` first and HTML-escaped.
    public func file(signed canonical: [UInt8], signatures: [MetadataSignature]) -> [UInt8] {
        var bytes = Array(#"{"signed":"#.utf8)
        bytes += HTMLEscaping.escaped(canonical)
        bytes += Array(#","signatures":"#.utf8)
        bytes += JSON.array(signatures.map(json)).serialized()
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
                value: .object(meta.map { .init(name: $0.key, value: json(of: $0.value)) })
            ),
            .init(name: "version", value: .integer(version.number)),
        ])
    }

    private func json(of file: MetaFile) -> JSON {
        let hashes = file.hashes.digests.map {
            JSON.Member(name: $0.algorithm.rawValue, value: .string(Base64.encode($0.bytes)))
        }
        return .object([
            .init(name: "hashes", value: .object(hashes)),
            .init(name: "length", value: .integer(file.length ?? -1)),
        ])
    }

    private func json(_ signature: MetadataSignature) -> JSON {
        .object([
            .init(name: "keyid", value: .string(signature.keyID.hex)),
            .init(name: "method", value: signature.method.map { .string($0) } ?? .null),
            .init(name: "sig", value: .string(Base64.encode(signature.bytes))),
        ])
    }
}
