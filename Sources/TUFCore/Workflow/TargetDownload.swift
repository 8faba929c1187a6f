/// Checks a target file while it streams in (TUF 5.7.3): no more bytes than listed, and every
/// listed hash.
public struct TargetDownload: ~Copyable {
    private let file: TargetFile
    private var received = 0
    private var sha256 = IncrementalDigest(.sha256)
    private var sha384 = IncrementalDigest(.sha384)
    private var sha512 = IncrementalDigest(.sha512)

    /// Begins a download.
    ///
    /// - Parameter target: What was proven of the target.
    public init(of target: TrustedTarget) {
        file = target.file
    }

    /// Takes the next bytes.
    ///
    /// - Parameter bytes: Any number of them.
    /// - Throws: ``TargetError/tooLong(listed:)`` as soon as there are more than listed.
    public mutating func receive(_ bytes: [UInt8]) throws(TargetError) {
        received += bytes.count
        guard received <= file.length else { throw .tooLong(listed: file.length) }
        if file.hashes[.sha256] != nil { sha256.update(bytes) }
        if file.hashes[.sha384] != nil { sha384.update(bytes) }
        if file.hashes[.sha512] != nil { sha512.update(bytes) }
    }

    /// Ends the download.
    ///
    /// - Throws: ``TargetError`` unless these were all the bytes, and the right ones.
    public consuming func finish() throws(TargetError) {
        guard received == file.length else {
            throw .tooShort(listed: file.length, received: received)
        }
        let found = [sha256.finalize(), sha384.finalize(), sha512.finalize()]
        guard !file.hashes.digests.isEmpty else { throw .wrongContent(.noKnownAlgorithm) }
        for expected in file.hashes.digests {
            guard let digest = found.first(where: { $0.algorithm == expected.algorithm }) else {
                throw .wrongContent(.noKnownAlgorithm)
            }
            guard digest == expected else {
                throw .wrongContent(.differs(expected: expected, found: digest))
            }
        }
    }
}
