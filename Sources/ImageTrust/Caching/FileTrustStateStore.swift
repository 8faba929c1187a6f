import TUFCore

/// Remembers trust states in a folder, a file each, over restarts and power cuts.
///
/// A file that is damaged, or is another repository's, is an error and never first use again.
public actor FileTrustStateStore: TrustStateStore {
    private let folder: String

    /// Opens a store, making its folder where there is none.
    ///
    /// - Throws: ``TrustStateError/unwritable(path:reason:)``.
    public init(folder: String) throws(TrustStateError) {
        try DurableFile.makeFolder(folder)
        self.folder = folder
    }

    /// Reads the state of a repository.
    ///
    /// - Throws: ``TrustStateError`` when there is one that cannot be read.
    public func state(of repository: RepositoryKey) throws(TrustStateError) -> TrustState? {
        let path = path(of: repository)
        guard let bytes = try DurableFile.read(path) else { return nil }
        do {
            return try TrustStateFile.state(in: bytes, of: repository)
        } catch {
            throw .corrupt(path: path, reason: error.description)
        }
    }

    /// Writes the state of a repository.
    ///
    /// - Throws: ``TrustStateError`` when it was not kept.
    public func keep(
        _ state: TrustState,
        of repository: RepositoryKey
    ) throws(TrustStateError) {
        let path = path(of: repository)
        do {
            try DurableFile.write(try TrustStateFile.bytes(of: state, repository), to: path)
        } catch let error as TrustStateError {
            throw error
        } catch {
            throw .unwritable(path: path, reason: String(describing: error))
        }
    }

    private func path(of repository: RepositoryKey) -> String {
        "\(folder)/\(repository.digest.hex).trust"
    }
}
