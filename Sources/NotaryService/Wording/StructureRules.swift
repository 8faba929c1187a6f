import TUFCore

/// What Notary demands of the structure of a payload, in its order and in its words.
///
/// Only for a file that was refused: a member that is absent or null is Go's zero value here.
struct StructureRules {
    let role: RoleName
    let signed: JSONValue

    /// The first rule that is broken; nil when none is.
    var fault: String? {
        let fault =
            switch role {
            case .root: typeFault("Root", "version cannot be less than 1") ?? rootFault
            case .snapshot:
                typeFault("Snapshot", "version cannot be less than one") ?? snapshotFault
            default: typeFault("Targets", "version cannot be less than one") ?? delegationFault
            }
        return fault.map { "\(role) type metadata invalid: \($0)" }
    }

    private func typeFault(_ expected: String, _ versionFault: String) -> String? {
        let type = signed["_type"]?.string ?? ""
        guard type == expected else { return "expected type \(expected), not \(type)" }
        return (signed["version"]?.integer ?? 0) < 1 ? versionFault : nil
    }

    private var rootFault: String? {
        ["root", "targets", "snapshot", "timestamp"].lazy
            .compactMap { name in
                guard let role = signed["roles"]?[name], !role.isNull else {
                    return "missing \(name) role specification"
                }
                return Self.fault(in: role, named: name, keys: signed["keys"])
            }
            .first
    }

    private var delegationFault: String? {
        let delegations = signed["delegations"]
        return delegations?["roles"]?.elements.lazy
            .compactMap { delegation in
                let name = delegation["name"]?.string ?? ""
                guard let child = try? RoleName(notary: name), child.parent == role else {
                    return "delegation role \(name) invalid"
                }
                return Self.fault(in: delegation, named: name, keys: delegations?["keys"])
            }
            .first
    }

    private var snapshotFault: String? {
        ["root", "targets"].lazy
            .compactMap { name in
                let hashes = signed["meta"]?[name]?["hashes"]
                guard hashes?["sha256"] != nil else {
                    return "missing \(name) sha256 checksum information"
                }
                for algorithm in [HashAlgorithm.sha256, .sha512] {
                    guard let hash = hashes?[algorithm.rawValue] else { continue }
                    let bytes = hash.string.flatMap(Base64.decode) ?? []
                    if bytes.count != algorithm.digestLength {
                        return "invalid \(name) checksum information, "
                            + "\(algorithm.rawValue) checksum invalid"
                    }
                }
                return nil
            }
            .first
    }

    private static func fault(
        in role: JSONValue,
        named name: String,
        keys: JSONValue?
    ) -> String? {
        let threshold = role["threshold"]?.integer ?? 0
        guard threshold >= 1 else {
            return "invalid threshold specified for \(name): \(threshold) "
        }
        return role["keyids"]?.elements.lazy
            .compactMap { id in
                let id = id.string ?? ""
                return keys?[id] == nil
                    ? "key ID \(id) specified in \(name) without corresponding key" : nil
            }
            .first
    }
}
