/// The member `keys` of a root or of delegations while it is edited.
struct KeyTable: Sendable {
    private var objects: MemberTable
    private let dialect: any MetadataDialect

    /// Keys that are listed already stay as they are, whatever members they have.
    init(_ keys: JSON?, in dialect: any MetadataDialect) {
        objects = MemberTable(keys?.members ?? [])
        self.dialect = dialect
    }

    var json: JSON { .object(objects.members) }

    /// Lists a role's keys, where they are not listed yet.
    ///
    /// - Throws: ``EditError/thresholdUnreachable(threshold:keys:)``,
    ///   ``EditError/keyOfAnotherDialect(_:)``.
    mutating func add(_ role: RoleKeys) throws(EditError) {
        let usable = Set(role.keys.values.compactMap(\.publicKey)).count
        guard (1...max(1, usable)).contains(role.threshold), usable > 0 else {
            throw .thresholdUnreachable(threshold: role.threshold, keys: usable)
        }
        for key in role.keys.values where objects[key.id.hex] == nil {
            let object = dialect.json(of: key)
            guard let canonical = try? object.canonicalBytes(),
                KeyID(ofCanonical: canonical) == key.id
            else { throw .keyOfAnotherDialect(key.id) }
            objects[key.id.hex] = object
        }
    }

    /// Drops the keys that a role named and no other role names.
    ///
    /// Keys that nobody named before stay: somebody may know what they are for.
    ///
    /// - Parameters:
    ///   - definition: The role as it was.
    ///   - others: All roles as they are now.
    mutating func drop(keysOf definition: JSON?, unlessNamedBy others: [JSON]) {
        var unused = Set(Self.ids(of: definition))
        for other in others where !unused.isEmpty { unused.subtract(Self.ids(of: other)) }
        for id in unused { objects[id] = nil }
    }

    /// `keyids` and `threshold` of a role, the ids in order, so that the bytes are stable.
    static func definition(of role: RoleKeys) -> JSON {
        .object([
            .init(name: "keyids", value: .array(role.keys.keys.sorted().map { .string($0.hex) })),
            .init(name: "threshold", value: .integer(role.threshold)),
        ])
    }

    private static func ids(of definition: JSON?) -> [String] {
        definition?[member: "keyids"]?.elements.compactMap(\.text) ?? []
    }
}
