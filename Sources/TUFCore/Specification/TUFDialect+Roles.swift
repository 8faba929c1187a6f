extension TUFDialect {
    func keys(in field: MetadataField) throws(MetadataError) -> [KeyID: Key] {
        var keys: [KeyID: Key] = [:]
        for member in try field.members() {
            let key = try Key(tuf: member.field, listedAs: member.name, keyIDs: keyIDs)
            keys[key.id] = key
        }
        return keys
    }

    func topLevelRoles(
        in field: MetadataField
    ) throws(MetadataError) -> [RoleName: RoleDefinition] {
        var roles: [RoleName: RoleDefinition] = [:]
        for role in RoleName.topLevel {
            roles[role] = try definition(in: field.member(role.name))
        }
        return roles
    }

    /// TUF 4.5: exactly one of `roles` and `succinct_roles` (TAP 15).
    func delegations(in field: MetadataField?) throws(MetadataError) -> Delegations {
        guard let field else { return .none }
        let keys = try keys(in: field.member("keys"))
        let (roles, succinct) = (
            try field.presentMember("roles"), try field.presentMember("succinct_roles")
        )
        switch (roles, succinct) {
        case (let roles?, nil): return .roles(try delegatedRoles(in: roles, keys: keys))
        case (nil, let bins?): return .succinct(try succinctRoles(in: bins, keys: keys))
        case (nil, nil): throw .missing(path: "\(field.path).roles")
        case (_?, let bins?): throw .unexpected(path: bins.path)
        }
    }

    private func delegatedRoles(
        in field: MetadataField,
        keys: [KeyID: Key]
    ) throws(MetadataError) -> [DelegatedRole] {
        var roles: [DelegatedRole] = []
        var seen: Set<RoleName> = []
        for element in try field.elements() {
            let role = try delegatedRole(in: element, keys: keys)
            guard seen.insert(role.name).inserted else { throw .repeatedDelegation(role.name) }
            roles.append(role)
        }
        return roles
    }

    private func delegatedRole(
        in field: MetadataField,
        keys: [KeyID: Key]
    ) throws(MetadataError) -> DelegatedRole {
        let nameField = try field.member("name")
        let text = try nameField.string()
        let name = try nameField.checked { () throws(FormatError) in
            let name = try RoleName(text)
            guard name.isDelegation else { throw .roleName(text) }
            return name
        }
        return DelegatedRole(
            name: name,
            keys: RoleKeys(try definition(in: field), from: keys),
            paths: try paths(in: field),
            termination: try field.member("terminating").boolean() ? .searchEnds : .searchGoesOn
        )
    }

    /// TUF 4.5: exactly one of `paths` and `path_hash_prefixes`.
    private func paths(in field: MetadataField) throws(MetadataError) -> DelegatedPaths {
        let (paths, prefixes) = (
            try field.presentMember("paths"), try field.presentMember("path_hash_prefixes")
        )
        switch (paths, prefixes) {
        case (let paths?, nil):
            return .patterns(try strings(in: paths).map { PathPattern($0) })
        case (nil, let prefixes?): return .hashPrefixes(Set(try strings(in: prefixes)))
        case (nil, nil): throw .missing(path: "\(field.path).paths")
        case (_?, let prefixes?): throw .unexpected(path: prefixes.path)
        }
    }

    private func succinctRoles(
        in field: MetadataField,
        keys: [KeyID: Key]
    ) throws(MetadataError) -> SuccinctRoles {
        let bitLength = try field.member("bit_length").integer()
        let prefix = try field.member("name_prefix").string()
        let definition = try definition(in: field)
        return try field.checked { () throws(FormatError) in
            try SuccinctRoles(
                keys: RoleKeys(definition, from: keys),
                bitLength: bitLength,
                namePrefix: prefix
            )
        }
    }

    /// A key id may name a key that is not there: it only cannot sign.
    ///
    /// Naming one twice is refused.
    private func definition(in field: MetadataField) throws(MetadataError) -> RoleDefinition {
        let idsField = try field.member("keyids")
        var seen: Set<String> = []
        var ids: Set<KeyID> = []
        for text in try strings(in: idsField) {
            guard seen.insert(text).inserted else {
                throw .invalid(path: idsField.path, .repeated(text))
            }
            if let id = try? KeyID(text) { ids.insert(id) }
        }
        let thresholdField = try field.member("threshold")
        let threshold = try thresholdField.integer()
        return try thresholdField.checked { () throws(FormatError) in
            try RoleDefinition(keyIDs: ids, threshold: threshold)
        }
    }

    private func strings(in field: MetadataField) throws(MetadataError) -> [String] {
        var strings: [String] = []
        for element in try field.elements() { strings.append(try element.string()) }
        return strings
    }
}
