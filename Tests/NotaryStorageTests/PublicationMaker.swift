import Logging
import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore
import Testing

/// Makes checked publications the only way there is: by having a service check them.
struct PublicationMaker: Sendable {
    private let service: NotaryService
    private let record: RecordingMetadataStore
    let publisher: TestPublisher

    init(
        _ name: String = "lab/app",
        settings: ServiceSettings = ServiceSettings()
    ) async throws {
        record = RecordingMetadataStore(InMemoryMetadataStore())
        service = NotaryService(
            store: record,
            signing: TestSigningService(),
            settings: settings,
            logger: Logger(label: "test")
        )
        publisher = try await TestPublisher(name, with: service)
    }

    var gun: GUN { publisher.gun }

    /// A first publication: root, targets, snapshot and timestamp of version 1.
    func first() async throws -> CheckedPublication {
        try await publication(of: publisher.firstParts())
    }

    /// One that follows: targets of this version, and the next snapshot and timestamp.
    func next(targets version: Int) async throws -> CheckedPublication {
        try await publication(of: [publisher.targetsPart(version: version)])
    }

    /// So many that follow one another.
    func several(_ count: Int) async throws -> [CheckedPublication] {
        var publications = [try await first()]
        for version in 2..<(count + 1) {
            publications.append(try await next(targets: version))
        }
        return publications
    }

    private func publication(of parts: [PublicationPart]) async throws -> CheckedPublication {
        try await service.publish(parts, to: gun, now: TestTime.now)
        return try #require(await record.publications.last)
    }
}
