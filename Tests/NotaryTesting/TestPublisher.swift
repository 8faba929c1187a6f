public import NotaryService
public import TUFCore

/// Someone who publishes one repository: holds its root and targets keys, and leaves snapshot and
/// timestamp to the server.
public struct TestPublisher: Sendable {
    /// The repository.
    public let gun: GUN
    /// Signs roots; its certificate names `lab/*`, or the repository.
    public let rootKey: SigningKey
    /// Signs targets.
    public let targetsKey: SigningKey
    /// The root as it should be; changed by the test for a root that should not be taken.
    public var root: TestRoot

    /// A publisher that asked the server for its keys.
    public init(
        _ name: String = "lab/app",
        rootKey: TestRootKey = .lab,
        with service: NotaryService
    ) async throws {
        let gun = try GUN(name)
        try self.init(
            name,
            rootKey: rootKey,
            snapshot: try await service.key(for: .snapshot, of: gun),
            timestamp: try await service.key(for: .timestamp, of: gun)
        )
    }

    /// A publisher that was told the server's keys.
    public init(
        _ name: String,
        rootKey: TestRootKey = .lab,
        snapshot: Key,
        timestamp: Key
    ) throws {
        gun = try GUN(name)
        self.rootKey = try rootKey.signingKey
        targetsKey = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        root = TestRoot(
            root: self.rootKey.key,
            targets: targetsKey.key,
            snapshot: snapshot,
            timestamp: timestamp
        )
    }

    /// The root, signed by the root key.
    public func rootPart() async throws -> PublicationPart {
        try await root.part(signedBy: rootKey)
    }

    /// The top-level targets of this version, signed by the targets key.
    public func targetsPart(version: Int = 1) async throws -> PublicationPart {
        try await TestTargets(version: version).part(signedBy: targetsKey)
    }

    /// What a first publication sends.
    public func firstParts() async throws -> [PublicationPart] {
        [try await rootPart(), try await targetsPart()]
    }
}
