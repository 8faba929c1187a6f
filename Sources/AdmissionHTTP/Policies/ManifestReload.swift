/// Tells a change of the manifests from one that is just being made.
struct ManifestReload: Sendable {
    /// What came of one reading.
    enum Change: Hashable, Sendable {
        /// Nothing new, or not yet.
        case nothing
        /// Two readings in a row agree on something new.
        case changed([ManifestFiles.File])
        /// The files cannot be read; said once.
        case unreadable(ManifestFileError)
    }

    private typealias Reading = Result<[ManifestFiles.File], ManifestFileError>

    /// The last reading that was acted on.
    private var settled: Reading
    private var last: Reading

    /// Begins from the files that are in force.
    init(inForce files: [ManifestFiles.File]) {
        settled = .success(files)
        last = settled
    }

    /// Takes one reading.
    mutating func observe(_ reading: Result<[ManifestFiles.File], ManifestFileError>) -> Change {
        defer { last = reading }
        guard reading == last, reading != settled else { return .nothing }
        settled = reading
        switch reading {
        case .success(let files): return .changed(files)
        case .failure(let error): return .unreadable(error)
        }
    }
}
