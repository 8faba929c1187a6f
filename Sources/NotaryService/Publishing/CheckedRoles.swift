import TUFCore

/// The root and the targets roles of an update, each signed as its delegator says.
struct CheckedRoles: Sendable {
    /// What the update was held against.
    let stored: StoredRepository
    /// The root in force after the update.
    let root: TrustedRoot
    /// The targets roles of the update, and their ancestors where those are only stored.
    let targets: [RoleName: Verified<Targets>]
    /// The files to store, parents first.
    let newFiles: [NewFile]

    fileprivate init(
        stored: StoredRepository,
        root: TrustedRoot,
        targets: [RoleName: Verified<Targets>],
        newFiles: [NewFile]
    ) {
        self.stored = stored
        self.root = root
        self.targets = targets
        self.newFiles = newFiles
    }

    /// The bytes that a snapshot must list: the root and every targets role seen.
    var listed: [RoleName: [UInt8]] {
        targets.mapValues(\.rawBytes).merging([.root: root.verified.rawBytes]) { $1 }
    }
}

extension Upload {
    /// Checks root and targets as Notary's `validateUpdate` does, in its order.
    ///
    /// - Throws: ``NotaryServiceError/invalidUpdate(_:)``,
    ///   ``NotaryServiceError/uncheckableUpdate(reason:)``,
    ///   ``NotaryServiceError/oldVersion(role:)``.
    func checkedRoles(
        against stored: StoredRepository,
        now: UTCTime
    ) async throws(NotaryServiceError) -> CheckedRoles {
        let root = try checkedRoot(against: stored.root, of: stored.gun, now: now)
        var roles: [RoleName: Verified<Targets>] = [:]
        var newFiles = self.root == nil ? [] : [NewFile(root.verified)]
        for (role, parsed) in targets.sorted(by: { $0.key < $1.key }) {
            try await addAncestors(of: role, to: &roles, from: stored, under: root)
            do {
                let verified = try checked(parsed, role, under: root, beside: roles)
                try UpdateStartTime(now).check(verified.payload, as: role)
                roles[role] = verified
                newFiles.append(NewFile(verified))
            } catch {
                throw .invalidUpdate(.badTargets(error))
            }
        }
        return CheckedRoles(stored: stored, root: root, targets: roles, newFiles: newFiles)
    }

    private func checkedRoot(
        against stored: TrustedRoot?,
        of gun: GUN,
        now: UTCTime
    ) throws(NotaryServiceError) -> TrustedRoot {
        guard let parsed = root else {
            guard let stored else {
                throw .invalidUpdate(
                    .validation(
                        message: "no pre-existing root and no root provided in update."
                    )
                )
            }
            return stored
        }
        do {
            let file = try parsed.file(as: .root)
            let current = stored?.root.version ?? .first
            guard file.claimedVersion == current || file.claimedVersion == current.next else {
                throw NotaryServiceError.invalidUpdate(
                    .rootVersion(current: current, found: file.claimedVersion)
                )
            }
            return try trusted(file, after: stored, of: gun, now: now)
        } catch let error as UpdateError {
            throw .invalidUpdate(.badRoot(error))
        } catch let error as NotaryServiceError {
            throw error
        } catch {
            throw .unknown(reason: "\(error)")
        }
    }

    /// A first root is believed whatever it is: who may publish it is not a matter of TUF.
    private func trusted(
        _ file: Unverified<Root>,
        after stored: TrustedRoot?,
        of gun: GUN,
        now: UTCTime
    ) throws -> TrustedRoot {
        let trusted: TrustedRoot
        if let stored, stored.root.version < file.claimedVersion {
            trusted = try stored.updated(to: file, at: now)
        } else {
            let rules = NotaryRootRules(gun: gun)
            trusted = try file.trusted(under: .trustOnFirstUse, rules: rules, at: now)
            guard stored == nil else { throw NotaryServiceError.oldVersion(role: .root) }
        }
        _ = try trusted.current(at: UpdateStartTime(now))
        return trusted
    }

    /// Ancestors that are not in the update come from the store; they may have expired.
    private func addAncestors(
        of role: RoleName,
        to roles: inout [RoleName: Verified<Targets>],
        from stored: StoredRepository,
        under root: TrustedRoot
    ) async throws(NotaryServiceError) {
        for ancestor in role.ancestors where roles[ancestor] == nil {
            let file: Unverified<Targets>?
            do {
                file = try await stored.targets(ancestor)
            } catch {
                throw .uncheckableUpdate(reason: error.description)
            }
            guard let file else { return }
            do {
                roles[ancestor] = try checked(.success(file), ancestor, under: root, beside: roles)
            } catch {
                throw .invalidUpdate(.badTargets(error))
            }
        }
    }

    private func checked(
        _ parsed: Parsed<Targets>,
        _ role: RoleName,
        under root: TrustedRoot,
        beside roles: [RoleName: Verified<Targets>]
    ) throws(UpdateError) -> Verified<Targets> {
        let keys: RoleKeys
        if let parent = role.parent {
            guard let delegation = roles[parent]?.payload.delegations.delegation(to: role) else {
                throw .notDelegated(role: role)
            }
            keys = delegation.keys.filtered { !$0.certificates.contains(where: \.isSignedWithSHA1) }
        } else {
            keys = root.root.roleKeys(of: role)
        }
        return try parsed.file(as: role).verified(by: keys)
    }
}

extension Result where Failure == MetadataError {
    /// The file, or why it is none, as an update's error.
    func file<Payload>(
        as role: RoleName
    ) throws(UpdateError) -> Success where Success == Unverified<Payload> {
        switch self {
        case .success(let file): return file
        case .failure(let error): throw .malformed(role: role, error)
        }
    }
}
