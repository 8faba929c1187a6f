import NotaryService
import NotaryStorage
import Testing

/// Each back end that the contracts of the stores are proven for; a test gets a fresh store.
enum BackEnd: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case memory
    case sqlite

    var testDescription: String { rawValue }

    func withMetadataStore<T>(
        _ body: (any MetadataStore) async throws -> T
    ) async throws -> T {
        try await with(InMemoryMetadataStore(), or: SQLiteMetadataStore.init, body)
    }

    func withKeyStore<T>(_ body: (any EncryptedKeyStore) async throws -> T) async throws -> T {
        try await with(InMemoryKeyStore(), or: SQLiteKeyStore.init, body)
    }

    func withRecordStore<T>(_ body: (any KeyRecordStore) async throws -> T) async throws -> T {
        try await with(InMemoryKeyRecordStore(), or: SQLiteKeyRecordStore.init, body)
    }

    private func with<Store, T>(
        _ inMemory: Store,
        or inSQLite: (SQLiteDatabase) -> Store,
        _ body: (Store) async throws -> T
    ) async throws -> T {
        switch self {
        case .memory:
            return try await body(inMemory)
        case .sqlite:
            return try await TemporaryDatabase.with { path in
                try await body(inSQLite(SQLiteDatabase(path: path)))
            }
        }
    }
}
