import TUFCore

extension CheckedRoles {
    /// Refuses a snapshot that leads clients to a file that is not there.
    ///
    /// Notary looks at no role that is not in the update. Here every role that clients would go
    /// on to, from `targets` down the delegations that the snapshot lists, must be the file that
    /// was sent, or the one stored last: an older one is refused by clients that saw a newer one.
    ///
    /// A delegated role whose keys have changed since it was signed is no fault: clients leave it
    /// out, which is how the key of a delegate is taken away.
    ///
    /// - Throws: ``NotaryServiceError/invalidUpdate(_:)``,
    ///   ``NotaryServiceError/uncheckableUpdate(reason:)``.
    func checkReadable(_ snapshot: Snapshot) async throws(NotaryServiceError) {
        var known = targets
        var waiting: [RoleName] = [.targets]
        while let role = waiting.popLast() {
            guard let listed = snapshot[role], listed.hashes[.sha256] != nil else { continue }
            if known[role] == nil {
                let file = try await current(role, as: listed)
                known[role] = try? file.verified(by: known.keys(of: role, under: root))
            }
            waiting += known[role]?.payload.delegations.listed.map(\.name) ?? []
        }
    }

    private func current(
        _ role: RoleName,
        as listed: MetaFile
    ) async throws(NotaryServiceError) -> Unverified<Targets> {
        let file: Unverified<Targets>?
        do {
            file = try await stored.targets(role)
        } catch {
            throw .uncheckableUpdate(reason: error.description)
        }
        guard let file else {
            let message = "\(role) is listed and was neither in the update nor stored before"
            throw .invalidUpdate(.badSnapshot(message: message))
        }
        do {
            try listed.checkReadable(file.rawBytes, of: role)
        } catch {
            throw .invalidUpdate(.badSnapshot(error))
        }
        return file
    }
}

extension MetaFile {
    /// Refuses a file that clients would not take for the one listed: by its hashes, or since it
    /// is longer than they would read.
    func checkReadable(_ bytes: [UInt8], of role: RoleName) throws(UpdateError) {
        if let mismatch = hashes.mismatch(with: bytes) { throw .notAsListed(role: role, mismatch) }
        if let length, bytes.count > length { throw .tooLong(role: role, limit: length) }
    }
}
