import Foundation
import Testing

/// The server under a mixed load, killed every five seconds: `scripts/chaos` runs it for longer.
@Suite("Our Notary server under load and kill -9", .serialized)
struct NotaryChaosTests {
    /// How long the load lasts; `COUNTERSIGN_CHAOS_SECONDS` says otherwise.
    private static var seconds: Int {
        ProcessInfo.processInfo.environment["COUNTERSIGN_CHAOS_SECONDS"].flatMap(Int.init) ?? 12
    }

    @Test("every acknowledged publish is there, and every repository verifies with both clients")
    func killed() async throws {
        // Timestamps are renewed every five seconds or so, beside everything else.
        let server = ChaosServer(
            home: try TemporaryFolder(),
            arguments: [
                "--timestamp-lifetime", "2m", "--renewal-margin", "115s", "--renewal-interval",
                "1s", "--log-level", "warning",
            ]
        )
        try await server.start()
        let load = ChaosLoad(
            server: server,
            ledger: ChaosLedger(),
            guns: (1...50).map { "lab/app-\($0)" },
            end: .now + .seconds(Self.seconds)
        )
        try await run(load)
        // Once more, so that what the last requests left is looked at too.
        try await server.restart()
        try await ChaosCheck(load: load, url: server.url).run()
        try await server.restart()
        for line in await server.errors { await load.ledger.violate(line) }
        let violations = await load.ledger.violations
        #expect(violations.isEmpty, "\(violations.prefix(10).joined(separator: "\n"))")
        let counts = await load.ledger.counts
        #expect(counts["repositories verified"] == load.guns.count)
        await say(counts, violations: violations.count, kills: server.kills)
    }

    private func run(_ load: ChaosLoad) async throws {
        try await withThrowingTaskGroup { group in
            for share in 0..<10 {
                let guns = load.guns.enumerated().filter { $0.offset % 10 == share }.map(\.element)
                group.addTask { try await load.publish(guns) }
            }
            for _ in 0..<4 { group.addTask { try await load.read() } }
            for _ in 0..<2 { group.addTask { try await load.askForKeys() } }
            for _ in 0..<2 { group.addTask { try await load.sendGarbage() } }
            group.addTask {
                while ContinuousClock.now + .seconds(5) < load.end {
                    try await Task.sleep(for: .seconds(5))
                    try await load.server.restart()
                }
            }
            try await group.waitForAll()
        }
    }

    private func say(_ counts: [String: Int], violations: Int, kills: Int) {
        print("chaos: \(Self.seconds) s of load, killed \(kills) times")
        for (what, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("chaos: \(count) \(what)")
        }
        print("chaos: \(violations) violations")
    }
}
