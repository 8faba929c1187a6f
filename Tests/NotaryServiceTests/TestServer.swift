import Logging
import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore

/// A service over stores in memory, with what is behind it in reach.
struct TestServer: Sendable {
    let store: any MetadataStore
    let signing: TestSigningService
    let service: NotaryService

    init(
        store: any MetadataStore = InMemoryMetadataStore(),
        signing: TestSigningService = TestSigningService(),
        settings: ServiceSettings = ServiceSettings()
    ) {
        self.store = store
        self.signing = signing
        service = NotaryService(
            store: store,
            signing: signing,
            settings: settings,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// A publisher of `lab/app`, nothing published yet.
    func publisher(
        _ name: String = "lab/app",
        rootKey: TestRootKey = .lab
    ) async throws -> TestPublisher {
        try await TestPublisher(name, rootKey: rootKey, with: service)
    }

    /// A publisher that has published root and targets, both of version 1.
    func published(_ name: String = "lab/app") async throws -> TestPublisher {
        let publisher = try await publisher(name)
        try await publish(publisher.firstParts(), by: publisher)
        return publisher
    }

    /// The same by a publisher that holds the key of the snapshot, which is published too.
    func publishedWithSnapshot(
        expires: UTCTime? = nil
    ) async throws -> (publisher: TestPublisher, snapshotKey: KeyID) {
        var publisher = try await publisher()
        let key = SigningKey(notary: try KeyGenerator().generate(.ecdsa))
        publisher.root.snapshot = TestRole([key.key])
        let parts = try await publisher.firstParts()
        var snapshot = TestSnapshot(over: parts)
        if let expires { snapshot.expires = expires }
        try await publish(parts + [snapshot.part(signedBy: key)], by: publisher)
        return (publisher, key.key.id)
    }

    func publish(_ parts: [PublicationPart], by publisher: TestPublisher) async throws {
        try await service.publish(parts, to: publisher.gun, now: TestTime.now)
    }

    /// Why an upload is refused; nil when it is taken.
    func refusal(
        of parts: [PublicationPart],
        by publisher: TestPublisher
    ) async -> NotaryServiceError? {
        do {
            try await service.publish(parts, to: publisher.gun, now: TestTime.now)
            return nil
        } catch {
            return error
        }
    }

    /// The current versions of the four top-level roles; nil for one that is not there.
    func versions(of gun: GUN) async throws -> [Int?] {
        var versions: [Int?] = []
        for role in RoleName.topLevel {
            versions.append(try await store.current(role, of: gun)?.version.number)
        }
        return versions
    }
}

extension NotaryServiceError {
    static func badRoot(_ message: String) -> NotaryServiceError {
        .invalidUpdate(.badRoot(message: message))
    }

    static func badTargets(_ message: String) -> NotaryServiceError {
        .invalidUpdate(.badTargets(message: message))
    }

    static func badSnapshot(_ message: String) -> NotaryServiceError {
        .invalidUpdate(.badSnapshot(message: message))
    }
}
