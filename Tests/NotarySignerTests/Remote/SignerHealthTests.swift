import NotaryService
import NotarySigner
import Testing

@Suite("The health of a signer elsewhere")
struct SignerHealthTests {
    private static let often = RemoteLimits(
        timeout: .seconds(600),
        interval: .milliseconds(5),
        intervalWhileFailing: .milliseconds(5)
    )

    /// Asks until the answer is the one expected, which the time limit of the test bounds.
    private func wait(
        _ world: RemoteWorld,
        for expected: SigningServiceError?
    ) async throws {
        while await failure(world) != expected {
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func failure(_ world: RemoteWorld) async -> SigningServiceError? {
        do {
            try await world.service.checkHealth()
            return nil
        } catch {
            return error
        }
    }

    @Test("follows the signer, both of its parts", .timeLimit(.minutes(1)))
    func follows() async throws {
        try await RemoteWorld.with(limits: Self.often) { world in
            try await wait(world, for: nil)
            let calls = await world.signer.calls
            #expect(calls.contains("health grpc.health.v1.Health.KeyManagement"))
            #expect(calls.contains("health grpc.health.v1.Health.Signer"))
            await world.signer.err(.down)
            try await wait(
                world,
                for: .remote("rpc error: code = Unavailable desc = told to be down")
            )
            await world.signer.err(.notServing)
            try await wait(
                world,
                for: .remote(
                    "got the serving status of KeyManagement: NOT_SERVING, want SERVING"
                )
            )
            await world.signer.err(.none)
            try await wait(world, for: nil)
        }
    }

    @Test("being asked costs the signer nothing")
    func asking() async throws {
        try await RemoteWorld.with { world in
            try await wait(world, for: nil)
            await world.signer.forgetCalls()
            for _ in 0..<100 { try await world.service.checkHealth() }
            #expect(await world.signer.calls.filter { $0.hasPrefix("health") }.count <= 2)
        }
    }
}
