import TUFCore

/// Why what is stored could not be used.
enum StoredRepositoryError: Error, Hashable, Sendable {
    /// The store failed.
    case store(StoreError)
    /// A stored file does not verify: the store is damaged, or the repository changed in between.
    case untrusted(role: RoleName, UpdateError)
}

extension StoredRepositoryError: CustomStringConvertible {
    var description: String {
        switch self {
        case .store(let error): error.description
        case .untrusted(let role, let error): "the stored `\(role)` does not verify: \(error)"
        }
    }
}
