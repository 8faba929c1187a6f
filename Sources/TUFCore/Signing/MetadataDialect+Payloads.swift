extension MetadataDialect {
    /// The `signed` part of a timestamp, as this dialect writes it.
    ///
    /// - Parameter timestamp: What to write.
    /// - Returns: The value, to be made canonical and signed.
    public func json(of timestamp: Timestamp) -> JSON {
        let name = nameInMeta(of: .snapshot)
        return signed(
            .timestamp,
            timestamp,
            meta: [.init(name: name, value: json(of: timestamp.snapshot))]
        )
    }

    /// The `signed` part of a snapshot, as this dialect writes it.
    ///
    /// - Parameter snapshot: What to write; names that no role may have are left out.
    /// - Returns: The value, to be made canonical and signed.
    public func json(of snapshot: Snapshot) -> JSON {
        var meta: [JSON.Member] = []
        for (name, file) in snapshot.meta {
            guard let role = try? RoleName(name) else { continue }
            meta.append(.init(name: nameInMeta(of: role), value: json(of: file)))
        }
        return signed(.snapshot, snapshot, meta: meta)
    }

    private func signed(
        _ role: RoleName,
        _ payload: some MetadataPayload,
        meta: [JSON.Member]
    ) -> JSON {
        .object(
            header(of: role) + [
                .init(name: "expires", value: .string(spelling(ofExpiry: payload.expires))),
                .init(name: "meta", value: .object(meta)),
                .init(name: "version", value: .integer(payload.version.number)),
            ]
        )
    }
}
