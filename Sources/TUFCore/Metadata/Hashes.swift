/// The hashes that a metadata file lists for another file.
///
/// Algorithms this library does not know are tolerated in the file and never enough on their own.
public struct Hashes: Hashable, Sendable {
    /// Those of known algorithms, at most one each.
    public let digests: [Digest]

    /// Takes digests that were computed or parsed.
    ///
    /// - Parameter digests: At most one of each algorithm; later ones of the same are dropped.
    public init(_ digests: [Digest]) {
        guard digests.count > 1 else {
            self.digests = digests
            return
        }
        // There are so few algorithms that a set would take longer.
        self.digests = digests.enumerated()
            .filter { position, digest in
                !digests[..<position].contains { $0.algorithm == digest.algorithm }
            }
            .map(\.element)
    }

    /// Computes the hashes of a file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - algorithms: Which to compute.
    public init(of bytes: [UInt8], by algorithms: [HashAlgorithm]) {
        self.init(algorithms.map { $0.digest(of: bytes) })
    }

    /// The digest of one algorithm, or nil where it is not listed.
    public subscript(algorithm: HashAlgorithm) -> Digest? {
        digests.first { $0.algorithm == algorithm }
    }

    /// The first listed digest that the bytes do not have; nil when all match and there is one.
    ///
    /// TUF 5.5.2 (check-snapshot-hash): every listed hash must match.
    ///
    /// - Parameter bytes: The whole file.
    /// - Returns: What is wrong, or nil.
    public func mismatch(with bytes: [UInt8]) -> HashMismatch? {
        guard !digests.isEmpty else { return .noKnownAlgorithm }
        for expected in digests {
            let found = expected.algorithm.digest(of: bytes)
            guard found == expected else { return .differs(expected: expected, found: found) }
        }
        return nil
    }
}
