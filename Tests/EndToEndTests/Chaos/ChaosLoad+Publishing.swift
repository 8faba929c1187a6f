import NotaryService
import NotaryTesting
import TUFCore

extension ChaosLoad {
    /// Publishes some repositories, one after the other, again and again, each at least once.
    func publish(_ guns: [String]) async throws {
        var publishers: [ChaosPublisher] = []
        for gun in guns { publishers.append(try await publisher(gun)) }
        while ContinuousClock.now < end {
            for index in publishers.indices where ContinuousClock.now < end {
                try await publishNext(&publishers[index])
            }
        }
        for index in publishers.indices {
            while await ledger.version(of: guns[index]) == 0 {
                try await publishNext(&publishers[index])
            }
        }
    }

    private func publisher(_ gun: String) async throws -> ChaosPublisher {
        while true {
            let requests = NotaryRequests(url: try await server.url)
            guard let snapshot = try? await requests.key(for: .snapshot, of: gun),
                let timestamp = try? await requests.key(for: .timestamp, of: gun)
            else { continue }
            return ChaosPublisher(
                publisher: try TestPublisher(gun, snapshot: snapshot, timestamp: timestamp),
                version: 0
            )
        }
    }

    private func publishNext(_ state: inout ChaosPublisher) async throws {
        let (gun, version) = (state.publisher.gun.name, state.version + 1)
        let targets = try await state.targets(version: version)
        let parts = (version == 1 ? [try await state.publisher.rootPart()] : []) + [targets]
        let requests = NotaryRequests(url: try await server.url)
        guard let answer = try? await requests.publish(parts, to: gun) else {
            // Whether it was stored is not known: the server says so when it is back.
            await ledger.count("publishes broken off")
            state.version = try await self.version(of: "targets", in: gun) ?? 0
            return
        }
        guard answer.status == 200 else {
            await ledger.violate("publishing \(version) of \(gun): \(answer)")
            state.version = try await self.version(of: "targets", in: gun) ?? 0
            return
        }
        state.version = version
        await ledger.acknowledge(gun, version, HashAlgorithm.sha256.digest(of: targets.bytes))
    }
}
