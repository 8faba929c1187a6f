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
    ///   ``NotaryServiceError/uncheckableUpdate(reason:)``.
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
                let keys = try roles.keys(of: role, under: root)
                let file = try parsed.file { .badTargets(message: $0.message(signedBy: keys)) }
                if keys.areMisnamed(in: file.signatures) {
                    throw NotaryServiceError.invalidUpdate(.badTargets(message: .wrongKeyID))
                }
                let verified = try file.verified(by: keys)
                try UpdateStartTime(now).check(verified.payload, as: role)
                roles[role] = verified
                newFiles.append(NewFile(verified))
            } catch let error as UpdateError {
                throw .invalidUpdate(.badTargets(error))
            } catch let error as NotaryServiceError {
                throw error
            } catch {
                throw .unknown(reason: "\(error)")
            }
        }
        if roles[.targets] == nil { try await checkTargets(of: stored, under: root) }
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
            let current = stored?.root.version ?? .first
            let version = parsed.version
            guard version == current.number || version == current.number + 1 else {
                throw NotaryServiceError.invalidUpdate(
                    .rootVersion(current: current, found: version)
                )
            }
            let file = try parsed.file { .badRoot(message: $0.rootMessage(after: stored)) }
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
        let rules = NotaryRootRules(gun: gun)
        let alone = Result { () throws(UpdateError) in
            try file.trusted(under: .trustOnFirstUse, rules: rules, at: now)
        }
        // Notary looks for certificates that may sign at all before it looks for signatures.
        if case .failure(.noUsableRootCertificate(let gun)) = alone {
            guard ListedCertificates(of: file).areUsable(under: rules, at: now) else {
                throw UpdateError.noUsableRootCertificate(gun)
            }
            try stored?.checkSigned(file)
            throw UpdateError.thresholdNotMet(role: .root, valid: 0, threshold: 1)
        }
        let trusted: TrustedRoot
        if let stored, stored.root.version < file.claimedVersion {
            do {
                trusted = try stored.updated(to: file, at: now)
            } catch UpdateError.noSignatures {
                throw UpdateError.rootNotSignedByTrusted(
                    valid: 0,
                    threshold: stored.root.roleKeys(of: .root).threshold
                )
            }
        } else {
            // The stored version once more: the store refuses it as old when all else is right.
            try stored?.checkSigned(file)
            trusted = try alone.get()
        }
        _ = try trusted.current(at: UpdateStartTime(now))
        return trusted
    }

    /// A new root may not leave the stored targets to keys that did not sign them: every client
    /// would refuse the repository from then on.
    private func checkTargets(
        of stored: StoredRepository,
        under root: TrustedRoot
    ) async throws(NotaryServiceError) {
        let keys = root.root.roleKeys(of: .targets)
        guard let before = stored.root?.root.roleKeys(of: .targets), !keys.isSame(as: before) else {
            return
        }
        let file: Unverified<Targets>?
        do {
            file = try await stored.targets(.targets)
        } catch {
            throw .uncheckableUpdate(reason: error.description)
        }
        do {
            _ = try file?.verified(by: keys)
        } catch {
            throw .invalidUpdate(.badTargets(error))
        }
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
                roles[ancestor] = try file.verified(by: roles.keys(of: ancestor, under: root))
            } catch {
                throw .uncheckableUpdate(
                    reason: "the stored `\(ancestor)` does not verify: \(error)"
                )
            }
        }
    }
}

extension TrustedRoot {
    /// Whether the keys of this root signed a file of its own version.
    fileprivate func checkSigned(_ file: Unverified<Root>) throws(UpdateError) {
        do {
            _ = try file.verified(by: rules.rootKeys(of: root, at: nil))
        } catch .thresholdNotMet(_, let valid, let threshold) {
            throw .rootNotSignedByTrusted(valid: valid, threshold: threshold)
        }
    }
}

extension RoleKeys {
    fileprivate func isSame(as other: RoleKeys) -> Bool {
        threshold == other.threshold && Set(keys.keys) == Set(other.keys.keys)
    }
}

extension [RoleName: Verified<Targets>] {
    /// Who signs a targets role, as its delegator says: the root, or its parent among these.
    ///
    /// Certificates of delegates may have expired, but are not signed with SHA-1.
    func keys(
        of role: RoleName,
        under root: TrustedRoot
    ) throws(UpdateError) -> RoleKeys {
        guard let parent = role.parent else { return root.root.roleKeys(of: role) }
        guard let delegation = self[parent]?.payload.delegations.delegation(to: role) else {
            throw .notDelegated(role: role)
        }
        return delegation.keys.filtered { !$0.certificates.contains(where: \.isSignedWithSHA1) }
    }
}
