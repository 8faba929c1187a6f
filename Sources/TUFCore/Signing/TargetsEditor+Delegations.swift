extension TargetsEditor {
    /// Delegates to a role, after those that are delegated to already.
    ///
    /// - Parameter role: Its name, keys, paths and whether the search ends there.
    /// - Throws: ``EditError/repeatedDelegation(_:)``, ``EditError/cannotDelegate(to:from:)``,
    ///   ``EditError/succinctBesideRoles``, ``EditError/notInThisDialect(_:)``,
    ///   ``EditError/thresholdUnreachable(threshold:keys:)``,
    ///   ``EditError/keyOfAnotherDialect(_:)``; the editor is then as it was.
    public mutating func delegate(to role: DelegatedRole) throws(EditError) {
        var changed = delegations
        try changed.add(role)
        delegations = changed
    }

    /// Changes keys, paths or termination of a delegation, which keeps its place in the order.
    ///
    /// - Parameter role: The delegation as it is to be.
    /// - Throws: ``EditError/noDelegation(_:)``, and as ``delegate(to:)``; the editor is then as it
    ///   was.
    public mutating func changeDelegation(to role: DelegatedRole) throws(EditError) {
        var changed = delegations
        try changed.change(role)
        delegations = changed
    }

    /// Delegates to a role no longer, and drops the keys that only it had.
    ///
    /// - Parameter role: The delegation's name.
    /// - Throws: ``EditError/noDelegation(_:)``.
    public mutating func removeDelegation(to role: RoleName) throws(EditError) {
        try delegations.remove(role)
    }

    /// Delegates to bins that share keys, in a few bytes however many they are (TAP 15).
    ///
    /// - Parameter bins: In place of those that were there, if any.
    /// - Throws: ``EditError/succinctBesideRoles`` where roles are delegated to one by one, and as
    ///   ``delegate(to:)``; the editor is then as it was.
    public mutating func delegate(succinctlyTo bins: SuccinctRoles) throws(EditError) {
        var changed = delegations
        try changed.set(bins)
        delegations = changed
    }

    /// Delegates to the same bins one by one, for clients that do not know succinct ones
    /// (TUF 4.5, `path_hash_prefixes`).
    ///
    /// - Parameter bins: Of at most 16 bits.
    /// - Throws: ``EditError/tooManyBins(bitLength:limit:)``, and as ``delegate(to:)``; the editor
    ///   is then as it was.
    public mutating func delegate(toEachOf bins: SuccinctRoles) throws(EditError) {
        let limit = 16
        guard bins.bitLength <= limit else {
            throw .tooManyBins(bitLength: bins.bitLength, limit: limit)
        }
        var changed = delegations
        for bin in 0..<bins.count {
            guard let role = bins.role(ofBin: bin) else { continue }
            try changed.add(role)
        }
        delegations = changed
    }
}
