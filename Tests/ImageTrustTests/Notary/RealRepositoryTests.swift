import Foundation
import ImageTrust
import PolicyEngine
import TUFCore
import Testing

/// Repositories that real clients published to a real server, under Notary's own root rules.
@Suite struct RealRepositoryTests {
    @Test(
        "what docker published proves its tags, and a rotated root is followed",
        arguments: [
            "01-simple", "02-docker-delegations", "04-root-rotated", "05-server-snapshot",
        ]
    )
    func realRepository(_ name: String) async throws {
        let published = try PublishedRepository(name)
        let server = SimulatedServer()
        server.serve(published.files, of: published.gun)
        let resolver = TrustResolver(
            transport: server,
            store: MemoryTrustStateStore(),
            options: ImageTrustOptions(),
            now: { published.referenceTime }
        )
        for (tag, digest) in published.lookups {
            let question = TrustQuestion(
                server: try TrustServer(parsing: TrustWorld.server),
                gun: try GUN(published.gun),
                subject: .tag(tag)
            )
            let answer = await resolver.answer(to: question)
            let found = answer.targets?.first?.file.hashes[.sha256]?.hex
            #expect(found == digest, "\(tag): \(answer)")
        }
        #expect(!published.lookups.isEmpty)
    }
}
