import TUFCore

/// Reads a file as each of the four kinds of metadata and asks it everything there is to ask.
struct MetadataReading {
    let dialect: any MetadataDialect

    func run(_ input: [UInt8]) throws(BrokenPromise) {
        readRoot(input)
        readTimestamp(input)
        try readSnapshot(input)
        try readTargets(input)
    }

    private func readRoot(_ input: [UInt8]) {
        guard let gun = try? GUN("fuzz"),
            let file = try? Unverified<Root>(parsing: input, as: .root, in: dialect)
        else { return }
        let rules: any RootKeyRules =
            dialect.rootOrder == .first ? TUFRootRules(gun: gun) : NotaryRootRules(gun: gun)
        _ = try? file.trusted(under: .trustOnFirstUse, rules: rules, at: UTCTime(seconds: 0))
        _ = try? file.trustedAsPersisted(rules: rules)
        _ = try? file.verified(by: .none)
    }

    private func readTimestamp(_ input: [UInt8]) {
        guard let file = try? Unverified<Timestamp>(parsing: input, as: .timestamp, in: dialect)
        else { return }
        _ = try? file.verified(by: .none)
    }

    private func readSnapshot(_ input: [UInt8]) throws(BrokenPromise) {
        guard (try? Unverified<Snapshot>(parsing: input, as: .snapshot, in: dialect)) != nil,
            let signed = signed(of: input),
            let snapshot = try? Snapshot.decoded(from: signed, in: dialect, as: .snapshot)
        else { return }
        for (name, file) in snapshot.meta {
            guard let role = try? RoleName(name) else { continue }
            try BrokenPromise.unless("a listed role is found", snapshot[role] == file)
        }
    }

    private func readTargets(_ input: [UInt8]) throws(BrokenPromise) {
        guard (try? Unverified<Targets>(parsing: input, as: .targets, in: dialect)) != nil,
            let signed = signed(of: input),
            let targets = try? Targets.decoded(from: signed, in: dialect, as: .targets)
        else { return }
        try BrokenPromise.unless("targets are counted", targets.names.count == targets.count)
        for name in targets.names + ["", "a/b"] {
            _ = try? targets.file(named: name)
            for role in targets.delegations.roles(for: TargetPath(name)) {
                let found = targets.delegations.delegation(to: role.name)
                try BrokenPromise.unless("a delegation is found", found?.name == role.name)
                try BrokenPromise.unless(
                    "a delegation is for the target it was found for",
                    role.paths.contain(TargetPath(name))
                )
            }
        }
        _ = try? targets.files(with: HashAlgorithm.sha256.digest(of: []))
    }

    private func signed(of input: [UInt8]) -> JSONValue? {
        try? JSONDocument(parsing: input, limits: .untrustedMetadata).root["signed"]
    }
}
