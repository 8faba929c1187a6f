import Logging
import NotaryService
import NotarySigner
import NotaryStorage
import TUFCore
import Testing

@Suite("What real clients published to the real server")
struct RecordedRepositoryTests {
    @Test(
        "is taken here step by step with the server's old keys, and lists the same files",
        arguments: RecordedRepository.all
    )
    func replays(repository: RecordedRepository) async throws {
        let signing = LocalSigningService(
            store: try await repository.keyStore(),
            passphrases: try Passphrases(
                environment: ["NOTARY_SIGNER_ONE": "secretpass1"],
                defaultAlias: "one"
            ),
            now: { UTCTime(seconds: 0) }
        )
        let service = NotaryService(
            store: InMemoryMetadataStore(),
            signing: signing,
            logger: Logger(label: "test")
        )
        let gun = try repository.gun
        let time = try repository.time
        let steps = try repository.steps()
        #expect(steps.count > 1)
        for step in steps {
            try await service.publish(step.parts, to: gun, now: time)
            let snapshot = try await service.current(.snapshot, of: gun, now: time)
            let document = try JSONDocument(
                parsing: snapshot.bytes,
                limits: .untrustedMetadata
            )
            let meta = document.root["signed"]?["meta"]?.members
                .map {
                    ($0.name, $0.value["hashes"]?["sha256"]?.string ?? "")
                }
            #expect(Dictionary(meta ?? []) { $1 } == step.snapshot.meta)
            for part in step.parts {
                let role = try RoleName(part.name)
                let stored = try await service.current(role, of: gun, now: time)
                #expect(stored.bytes == part.bytes)
            }
        }
    }
}
