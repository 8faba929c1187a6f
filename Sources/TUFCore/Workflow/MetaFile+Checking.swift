extension MetaFile {
    /// Refuses a file that is not the one listed here.
    ///
    /// TUF 5.5.1, 5.5.2, 5.6.1 and 5.6.2. The length is a cap; the hashes decide.
    ///
    /// - Parameters:
    ///   - bytes: The file as received.
    ///   - role: Its role, for the message.
    /// - Throws: ``UpdateError/tooLong(role:limit:)``, ``UpdateError/notAsListed(role:_:)``.
    package func check(_ bytes: [UInt8], of role: RoleName) throws(UpdateError) {
        if let length, bytes.count > length { throw .tooLong(role: role, limit: length) }
        if let mismatch = hashes.mismatch(with: bytes) { throw .notAsListed(role: role, mismatch) }
    }
}
