import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import NotaryService
import NotaryStorage
import NotaryTesting
import Synchronization
import TUFCore
import Testing

@testable import NotaryHTTP

@Suite("Reads beside publications")
struct FreshReadsTests {
    /// Where two servers keep what they share.
    enum BackEnd: CaseIterable {
        case memory
        case sqlite

        /// Services as two processes would have them, but for the keys.
        func services(folder: URL) throws -> [NotaryService] {
            let signing = TestSigningService()
            let memory = InMemoryMetadataStore()
            return try (0..<2)
                .map { _ in
                    let store: any MetadataStore =
                        switch self {
                        case .memory: memory
                        case .sqlite:
                            SQLiteMetadataStore(
                                try SQLiteDatabase(path: folder.path + "/notary.sqlite")
                            )
                        }
                    let logger = LogRecorder().logger(.critical)
                    return NotaryService(store: store, signing: signing, logger: logger)
                }
        }
    }

    /// Runs two servers and someone who publishes on them.
    private func servers(
        on backEnd: BackEnd,
        _ body: @Sendable (_ ports: [Int], TestPublisher) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let services = try backEnd.services(folder: folder)
        let publisher = try await TestPublisher(with: services[0])
        try await LiveServer.with(services) { try await body($0, publisher) }
    }

    private static func publish(
        _ version: Int,
        by publisher: TestPublisher,
        on client: TestClient
    ) async throws {
        let upload =
            version == 1
            ? try await publisher.upload(version: 1)
            : Multipart().part("targets", try await publisher.targets(version: version))
        let response = try await client.post(
            ServerUnderTest.path(""),
            headers: [.contentType: upload.contentType],
            body: ByteBuffer(bytes: upload.bytes)
        )
        try #require(response.status == .ok)
    }

    /// With its host, so that the request is plain.
    private static func read(_ file: String, from client: TestClient) async throws -> String? {
        let path = ServerUnderTest.path(file)
        let response = try await client.execute(.init(path, method: .get, authority: "localhost"))
        let text = response.body.map { String(buffer: $0) }
        if response.status == .notFound { return nil }
        try #require(response.status == .ok, "\(response.status) \(text ?? "")")
        return text
    }

    private static func version(of file: String, from client: TestClient) async throws -> Int {
        let text = try #require(try await read(file, from: client))
        let match = try #require(text.firstMatch(of: /"version":(\d+)/))
        return try #require(Int(match.1))
    }

    /// The version whose publication was acknowledged last.
    private final class Acknowledged: Sendable {
        private let version = Mutex(0)
        var newest: Int { version.withLock { $0 } }
        func note(_ newest: Int) { version.withLock { $0 = newest } }
    }

    private static let last = 30

    @Test("no read goes back behind an acknowledged publish", arguments: BackEnd.allCases)
    func neverStale(backEnd: BackEnd) async throws {
        try await servers(on: backEnd) { ports, publisher in
            let acknowledged = Acknowledged()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await Self.publishAll(by: publisher, on: ports, noting: acknowledged)
                }
                for port in ports + ports + ports {
                    group.addTask { try await Self.readAll(from: port, beside: acknowledged) }
                }
                try await group.waitForAll()
            }
        }
    }

    private static func publishAll(
        by publisher: TestPublisher,
        on ports: [Int],
        noting acknowledged: Acknowledged
    ) async throws {
        try await withClients(ports) { clients in
            for version in 1...last {
                let client = clients[version % clients.count]
                try await publish(version, by: publisher, on: client)
                acknowledged.note(version)
            }
        }
    }

    private static func readAll(from port: Int, beside acknowledged: Acknowledged) async throws {
        try await withClients([port]) { clients in
            while acknowledged.newest == 0 { await Task.yield() }
            var known = 0
            while known < last {
                known = acknowledged.newest
                for file in ["timestamp.json", "targets.json", "snapshot.json"] {
                    let found = try await version(of: file, from: clients[0])
                    #expect(found >= known, "\(file)")
                }
            }
        }
    }

    @Test("after an acknowledged deletion no server has any file", arguments: BackEnd.allCases)
    func deletion(backEnd: BackEnd) async throws {
        try await servers(on: backEnd) { ports, publisher in
            try await Self.withClients(ports) { clients in
                try await Self.publish(1, by: publisher, on: clients[0])
                let targets = try #require(
                    try await Self.read("targets.json", from: clients[1])
                )
                let hash = HashAlgorithm.sha256.digest(of: Array(targets.utf8)).hex
                let files = ["targets.\(hash).json", "1.root.json", "timestamp.json"]
                for file in files + files {
                    for client in clients {
                        #expect(try await Self.read(file, from: client) != nil)
                    }
                }
                let path = ServerUnderTest.path("")
                let response = try await clients[0].delete(path, body: ByteBuffer())
                #expect(response.status == .ok)
                for file in files {
                    for client in clients {
                        #expect(try await Self.read(file, from: client) == nil, "\(file)")
                    }
                }
            }
        }
    }

    private static func withClients(
        _ ports: [Int],
        _ body: ([TestClient]) async throws -> Void
    ) async throws {
        let clients = ports.map { TestClient(host: "127.0.0.1", port: $0) }
        for client in clients { client.connect() }
        do {
            try await body(clients)
        } catch {
            for client in clients { try? await client.shutdown() }
            throw error
        }
        for client in clients { try await client.shutdown() }
    }
}
