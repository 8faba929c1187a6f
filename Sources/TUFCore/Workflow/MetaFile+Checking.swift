extension MetaFile {
    /// Refuses a file that is not the one listed here.
    ///
    /// TUF 5.5.1, 5.5.2, 5.6.1 and 5.6.2.
    ///
    /// - Parameters:
    ///   - bytes: The file as received.
    ///   - role: Its role, for the message.
    /// - Throws: ``UpdateError/tooLong(role:limit:)``,
    ///   ``UpdateError/tooShort(role:listed:found:)``, ``UpdateError/notAsListed(role:_:)``.
    package func check(_ bytes: [UInt8], of role: RoleName) throws(UpdateError) {
        if let length, bytes.count > length { throw .tooLong(role: role, limit: length) }
        if rule == .versionRequired {
            if let length, bytes.count < length {
                throw .tooShort(role: role, listed: length, found: bytes.count)
            }
            guard !hashes.digests.isEmpty else { return }
        }
        if let mismatch = hashes.mismatch(with: bytes) { throw .notAsListed(role: role, mismatch) }
    }

    /// Refuses a version other than the one listed, where one is.
    ///
    /// TUF 5.5.4 and 5.6.4.
    ///
    /// - Parameters:
    ///   - found: What the verified file says.
    ///   - role: Its role, for the message.
    /// - Throws: ``UpdateError/versionMismatch(role:promised:found:)``.
    func check(_ found: MetadataVersion, of role: RoleName) throws(UpdateError) {
        guard let version, version != found else { return }
        throw .versionMismatch(role: role, promised: version, found: found)
    }
}
