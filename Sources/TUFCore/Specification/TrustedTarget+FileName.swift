extension TrustedTarget {
    /// What to ask a TUF 1.0 repository for (TUF 5.7.3): with consistent snapshots the file's name
    /// has a hash before it, and its directory has not.
    ///
    /// - Parameter root: The root in use.
    /// - Returns: A path below the targets' base URL, not encoded.
    public func fileName(under root: Root) -> String {
        guard root.consistentSnapshot, let hash = file.hashes.digests.first else { return name }
        return TargetFile.name(name, prefixedWith: hash)
    }
}
