import Foundation
import TUFCore

/// Holds what a server has after all the kills to what it acknowledged.
struct ChaosCheck: Sendable {
    let load: ChaosLoad
    let url: String

    /// Looks at everything; what is wrong goes into the ledger.
    func run() async throws {
        for (gun, versions) in await load.ledger.acknowledged {
            try await checkVersions(versions, of: gun)
        }
        try await inTurns(load.guns) { gun in try await checkClients(gun) }
        for (path, key) in await load.ledger.keys
        where try await load.answer(path).body != key {
            await load.ledger.violate("\(path) gives another key")
        }
        try await checkChangefeed()
    }

    private func checkVersions(_ versions: [Int: Digest], of gun: String) async throws {
        for (version, digest) in versions {
            let answer = try await load.answer("/v2/\(gun)/_trust/tuf/\(version).targets.json")
            guard answer.status == 200,
                HashAlgorithm.sha256.digest(of: Array(answer.body.utf8)) == digest
            else {
                await load.ledger.violate("\(gun) lost its acknowledged targets \(version)")
                continue
            }
            await load.ledger.count("acknowledged publishes found")
        }
    }

    /// Debian's client and ours verify a repository, and find what was acknowledged last.
    private func checkClients(_ gun: String) async throws {
        let acknowledged = await load.ledger.version(of: gun)
        guard acknowledged > 0 else { return }
        let listed = try await NotaryCLI(server: url).run("list", gun)
        guard listed.status == 0, listed.output.contains("always") else {
            await load.ledger.violate("Debian's client on \(gun): \(listed.output)")
            return
        }
        let repository = try await OwnClient.read(gun, at: url)
        let version = repository.roles[.targets]?.targets.version.number ?? 0
        guard version >= acknowledged, listed.output.contains("v\(version) ") else {
            await load.ledger.violate("\(gun) has \(version), not \(acknowledged)")
            return
        }
        await load.ledger.count("repositories verified")
    }

    /// Each repository's timestamps follow one another without a gap.
    private func checkChangefeed() async throws {
        var versions: [String: Int] = [:]
        var last = 0
        while true {
            let path = "/v2/_trust/changefeed?records=1000&change_id=\(last)"
            let page = try FeedPage(await load.answer(path).body)
            guard let end = page.records.last.flatMap({ Int($0.id) }) else { return }
            last = end
            for record in page.records {
                if record.version != versions[record.gun, default: 0] + 1 {
                    await load.ledger.violate("\(record.gun) has a gap before \(record.version)")
                }
                versions[record.gun] = record.version
                await load.ledger.count("changes in the feed")
            }
        }
    }

    private func inTurns(
        _ guns: [String],
        _ body: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, gun) in guns.enumerated() {
                if number >= 4 { try await group.next() }
                group.addTask { try await body(gun) }
            }
            try await group.waitForAll()
        }
    }
}
