import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization
import Testing

/// Certificates are replaced while clients are at work.
@Suite("Certificates replaced under load", .serialized, .timeLimit(.minutes(10)))
struct CertificateLoadTests {
    private let home: TemporaryFolder
    private let authorities: [TestCertificates]
    private let pairs: [TestCertificates.Pair]
    private let server: NotaryServer

    init() async throws {
        home = try TemporaryFolder()
        authorities = [
            try await TestCertificates(), try await TestCertificates(authority: "Other"),
        ]
        pairs = [try await authorities[0].server(), try await authorities[1].server()]
        let used = TestCertificates.Pair(
            certificate: home.path("server.crt"),
            key: home.path("server.key")
        )
        for (from, to) in [(pairs[0].certificate, "server.crt"), (pairs[0].key, "server.key")] {
            try Self.copy(from, to: home.path(to))
        }
        server = try await NotaryServer.start(home: home, certificate: used)
    }

    private static func copy(_ file: String, to other: String) throws {
        try Data(contentsOf: URL(fileURLWithPath: file))
            .write(to: URL(fileURLWithPath: other), options: .atomic)
    }

    /// A client that trusts the authorities given.
    private func client(
        trusting trusted: [TestCertificates],
        _ version: HTTPClient.Configuration.HTTPVersion
    ) throws -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.httpVersion = version
        configuration.tlsConfiguration = .makeClientConfiguration()
        configuration.tlsConfiguration?.trustRoots = .certificates(
            try trusted.flatMap {
                try NIOSSLCertificate.fromPEMFile($0.authority.certificate)
            }
        )
        return HTTPClient(configuration: configuration)
    }

    private func isAnswered(
        _ client: HTTPClient,
        closing: Bool = false
    ) async -> Bool {
        var request = HTTPClientRequest(url: server.url + "/v2/")
        if closing { request.headers.add(name: "Connection", value: "close") }
        guard let response = try? await client.execute(request, timeout: .seconds(120)) else {
            return false
        }
        let body = try? await response.body.collect(upTo: 100)
        return response.status == .ok && body.map { String(buffer: $0) } == "{}"
    }

    /// Waits until a client that trusts only `authority` can make a new connection.
    ///
    /// Prints how long after the replacement that was, as seen from here, on a machine that is as
    /// busy as it is.
    private func serves(_ authority: TestCertificates) async throws {
        let replaced = ContinuousClock.now
        var isServed = false
        while !isServed {
            let client = try client(trusting: [authority], .automatic)
            isServed = await isAnswered(client)
            try await client.shutdown()
        }
        let seconds = (ContinuousClock.now - replaced) / .seconds(1)
        print("certificate: a new handshake got the new one after \(seconds) s")
    }

    /// Tells the clients when to end.
    private final class End: Sendable {
        private let value = Mutex(false)
        var isThere: Bool { value.withLock { $0 } }
        func come() { value.withLock { $0 = true } }
    }

    /// Counts the requests of one kind of client.
    private struct Load {
        var answered = 0
        var failed = 0
    }

    @Test("no request fails, and new handshakes get the new certificate")
    func replaced() async throws {
        let end = End()
        let loads = try await withThrowingTaskGroup(of: Load.self) { group in
            for number in 0..<6 {
                // Half keep their connection, with HTTP/2 or without; half make a new one each.
                let client = try client(
                    trusting: authorities,
                    number.isMultiple(of: 3) ? .automatic : .http1Only
                )
                group.addTask {
                    var load = Load()
                    while !end.isThere {
                        if await isAnswered(client, closing: number % 3 == 1) {
                            load.answered += 1
                        } else {
                            load.failed += 1
                        }
                    }
                    try await client.shutdown()
                    return load
                }
            }
            for next in [1, 0, 1] {
                // The certificate first: for a while it does not fit the key.
                try Self.copy(pairs[next].certificate, to: home.path("server.crt"))
                try await Task.sleep(for: .milliseconds(1200))
                try Self.copy(pairs[next].key, to: home.path("server.key"))
                try await serves(authorities[next])
            }
            end.come()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(loads.map(\.failed) == Array(repeating: 0, count: 6))
        #expect(loads.allSatisfy { $0.answered > 0 })
        let log = server.process.log
        #expect(log.contains("certificate not replaced"))
        #expect(log.components(separatedBy: "\"certificate replaced\"").count == 4)
    }
}
