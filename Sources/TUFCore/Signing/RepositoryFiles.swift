/// The files of a repository under the names that clients ask for, for a caller to write out.
///
/// ```swift
/// var files = RepositoryFiles(under: root, in: .tuf)
/// try files.add(targets)
/// try files.add(snapshot)
/// try files.add(timestamp)
/// for file in files.inOrderOfWriting { write(file.bytes, to: "metadata/\(file.name)") }
/// ```
public struct RepositoryFiles: Sendable {
    /// One file.
    public struct File: Hashable, Sendable {
        /// A path below the metadata's base URL, not to be encoded any further in a folder.
        public let name: String
        /// What to write.
        public let bytes: [UInt8]
    }

    /// The root in use, which says how files are named.
    public let root: Root
    private let dialect: any MetadataDialect
    private var files: [String: (bytes: [UInt8], rank: Int)] = [:]

    /// Begins with a root.
    ///
    /// - Parameters:
    ///   - root: The newest root.
    ///   - dialect: How names are spelled.
    public init(under root: Verified<Root>, in dialect: any MetadataDialect) {
        self.root = root.payload
        self.dialect = dialect
        for name in names(of: root) { files[name] = (root.rawBytes, 0) }
    }

    /// Adds an earlier root: all that were ever published must stay (TUF 6.2.1).
    ///
    /// - Parameter root: A root before the newest.
    public mutating func add(earlier root: Verified<Root>) {
        for name in names(of: root) where files[name] == nil { files[name] = (root.rawBytes, 0) }
    }

    /// Adds a file of any role but the root.
    ///
    /// - Parameter file: The role's newest file, or an earlier one that clients may still be at.
    /// - Throws: ``EditError/fileNameTaken(_:)`` when another file has its name already.
    public mutating func add<Payload>(_ file: Verified<Payload>) throws(EditError) {
        let names = names(of: file)
        if let taken = names.first(where: { files[$0].map { $0.bytes != file.rawBytes } ?? false })
        {
            throw .fileNameTaken(taken)
        }
        for name in names { files[name] = (file.rawBytes, rank(of: file.role)) }
    }

    /// All files: roots, then targets, the snapshot, and last the timestamp, so that a client that
    /// comes in between finds a whole repository (TUF 6.3).
    public var inOrderOfWriting: [File] {
        files.sorted { ($0.value.rank, $0.key) < ($1.value.rank, $1.key) }
            .map { File(name: $0.key, bytes: $0.value.bytes) }
    }

    /// The file of this name.
    public subscript(name: String) -> [UInt8]? { files[name]?.bytes }

    /// Where a target is to be written: with consistent snapshots once for each hash, the hash
    /// before the last element of its path (TUF 6.2.1).
    ///
    /// - Parameters:
    ///   - file: Its hashes.
    ///   - name: Its path.
    /// - Returns: Paths below the targets' base URL.
    public func names(of file: TargetFile, named name: String) -> [String] {
        guard root.consistentSnapshot else { return [name] }
        return file.hashes.digests.map { TargetFile.name(name, prefixedWith: $0) }
    }

    private func names<Payload>(of file: Verified<Payload>) -> [String] {
        dialect.fileNames(
            of: file.role,
            version: file.payload.version,
            bytes: file.rawBytes,
            under: root
        )
    }

    private func rank(of role: RoleName) -> Int {
        switch role {
        case .root: 0
        case .targets: 2
        case .snapshot: 3
        case .timestamp: 4
        default: 1
        }
    }
}
