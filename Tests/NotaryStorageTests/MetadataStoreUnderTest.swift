import Foundation
import NotaryService
import NotaryStorage
import TUFCore
import Testing

/// Each back end that the contract of `MetadataStore` is proven for.
enum MetadataStoreUnderTest: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case memory
    case sqlite

    var testDescription: String { rawValue }

    /// Runs a test on a fresh store, and removes what it left.
    func run<T>(_ body: (any MetadataStore) async throws -> T) async throws -> T {
        switch self {
        case .memory:
            return try await body(InMemoryMetadataStore())
        case .sqlite:
            return try await TemporaryDatabase.with { path in
                try await body(SQLiteMetadataStore(SQLiteDatabase(path: path)))
            }
        }
    }
}
