import Foundation
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import NotaryService
import NotarySigner
import NotaryStorage
import SignerProtocol
import TUFCore
import Testing

/// Our signer, with Debian's real `notary-server` and with our own.
@Suite("Our signer", .serialized)
struct OwnSignerTests {
    private let certificates: SignerCertificates
    private let home: TemporaryFolder

    init() async throws {
        certificates = try await SignerCertificates()
        home = try TemporaryFolder()
    }

    private func start(port: Int = 0) async throws -> OwnSigner {
        try await OwnSigner.start(home: home, certificates: certificates, port: port)
    }

    /// Publishes, rotates, has the signer killed and restarted, and publishes again.
    private func drive(_ url: String, _ signer: OwnSigner) async throws {
        let owner = try NotaryCLI(server: url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file")
        try await owner("publish", "lab/app")
        for role in ["snapshot", "timestamp"] {
            try await owner("key", "rotate", "lab/app", role, "-r")
        }
        try await owner("add", "lab/app", "v2", "file", "-p")
        await signer.process.killAtOnce()
        #expect(try await owner.run("add", "lab/app", "v3", "file", "-p").status != 0)
        let again = try await start(port: signer.port)
        // notary-server lets more and more time pass before it tries to connect again.
        var published = false
        for _ in 0..<600 where !published {
            published = try await owner.run("publish", "lab/app").status == 0
            if !published { try await Task.sleep(for: .milliseconds(250)) }
        }
        #expect(published)
        let listed = try await NotaryCLI(server: url)("list", "lab/app")
        for tag in ["v1", "v2", "v3"] { #expect(listed.contains(tag)) }
        #expect(again.process.isRunning)
    }

    @Test("serves Debian's notary-server", arguments: ["ecdsa", "ed25519"])
    func debianServer(algorithm: String) async throws {
        let signer = try await start()
        let server = try await DebianNotaryServer(
            trustService: certificates.trustService(port: signer.port, algorithm: algorithm)
        )
        try await drive(server.url, signer)
    }

    @Test("serves our server")
    func ownServer() async throws {
        let signer = try await start()
        let server = try await NotaryServer.start(
            home: home,
            arguments: certificates.options(port: signer.port)
        )
        try await drive(server.url, signer)
    }

    @Test("stops when it is told to, and keeps its keys under a passphrase of the environment")
    func passphrase() async throws {
        let environment = ["NOTARY_SIGNER_DEFAULT": "one"]
        let signer = try await OwnSigner.start(
            home: home,
            certificates: certificates,
            environment: environment
        )
        let gun = try GUN("lab/app")
        var made: Key?
        try await with(signer) { service in
            made = try await service.unusedKey(for: .snapshot, of: gun, algorithm: .ecdsa)
        }
        #expect(try await signer.process.stop().status == 0)
        #expect(throws: (any Error).self) { try home.bytes(of: "keys/keys.passphrase") }
        let wrong = await #expect(throws: HarnessError.self) {
            _ = try await OwnSigner.start(
                home: home,
                certificates: certificates,
                environment: ["NOTARY_SIGNER_DEFAULT": "two"]
            )
        }
        #expect(wrong?.description.contains("does not open key") == true)
        let again = try await OwnSigner.start(
            home: home,
            certificates: certificates,
            environment: environment
        )
        let id = try #require(made).id
        try await with(again) { service in
            let held = try await service.signer(for: id, as: .snapshot, of: gun)
            #expect(held != nil)
        }
    }

    @Test("answers nobody without a certificate of its authority")
    func wrongCertificate() async throws {
        let signer = try await start()
        let others = try await SignerCertificates()
        for certificate in [nil, others.shown] {
            try await with(signer, certificate: certificate) { service in
                let error = await #expect(throws: SigningServiceError.self) {
                    try await service.checkHealth()
                }
                #expect(error?.description.contains("code = Unavailable") == true)
            }
        }
        try await with(signer, certificate: certificates.shown) { service in
            try await service.checkHealth()
        }
    }

    @Test("shows a new certificate once its files are replaced", .timeLimit(.minutes(2)))
    func reload() async throws {
        let signer = try await start()
        let others = try await SignerCertificates()
        for (new, old) in [
            (others.signer.certificate, certificates.signer.certificate),
            (others.signer.key, certificates.signer.key),
        ] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: new))
            try bytes.write(to: URL(fileURLWithPath: old), options: .atomic)
        }
        var isBelieved = false
        while !isBelieved {
            try await with(
                signer,
                authorities: others.authority,
                certificate: certificates.shown
            ) { service in
                isBelieved = (try? await service.checkHealth()) != nil
            }
        }
    }

    @Test("goes on after bytes that are no TLS, and after connections that say nothing")
    func garbage() async throws {
        let signer = try await start()
        let script = """
            import os, socket
            silent = [socket.create_connection(('127.0.0.1', \(signer.port))) for _ in range(50)]
            for _ in range(50):
                s = socket.create_connection(('127.0.0.1', \(signer.port)))
                s.sendall(os.urandom(4096))
                s.close()
            """
        try await Tool.python.succeed(["-c", script], home: home)
        try await with(signer, certificate: certificates.shown) { service in
            try await service.checkHealth()
        }
    }

    @Test("gives 32 who ask at once the same key, and refuses what is too large to sign")
    func calls() async throws {
        let signer = try await start()
        let connection = try SignerConnection.client(
            of: SignerAddress(host: "localhost", port: signer.port),
            authorities: certificates.authority,
            certificate: certificates.shown
        )
        let client = SignerClient(connection, timeout: .seconds(60))
        let request = CreateKeyRequest(algorithm: "ecdsa", gun: "lab/app", role: "snapshot")
        try await withThrowingTaskGroup(of: CreatedKey?.self) { group in
            group.addTask {
                try await connection.runConnections()
                return nil
            }
            for _ in 0..<32 { group.addTask { try await client.createKey(request) } }
            var keys: Set<CreatedKey> = []
            for _ in 0..<32 { keys.formUnion([try await group.next()].compactMap { $0 ?? nil }) }
            #expect(keys.count == 1)
            let id = try #require(keys.first?.keyInfo?.keyID)
            var content = Array(repeating: UInt8(0), count: 5 << 20)
            await #expect(throws: CallError.self) {
                try await client.sign(SignatureRequest(keyID: id, content: content))
            }
            content = Array(content.prefix(3 << 20))
            let reply = try await client.sign(SignatureRequest(keyID: id, content: content))
            #expect(reply.content.count == 64)
            connection.beginGracefulShutdown()
        }
    }

    /// Runs `body` with a service that asks the signer.
    private func with(
        _ signer: OwnSigner,
        authorities: String? = nil,
        certificate: ClientCertificateFiles?,
        _ body: (RemoteSigningService<HTTP2ClientTransport.Posix>) async throws -> Void
    ) async throws {
        let service = RemoteSigningService(
            over: try SignerConnection.client(
                of: SignerAddress(host: "localhost", port: signer.port),
                authorities: authorities ?? certificates.authority,
                certificate: certificate
            ),
            records: InMemoryKeyRecordStore()
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run() }
            try await body(service)
            group.cancelAll()
        }
    }

    private func with(
        _ signer: OwnSigner,
        _ body: (RemoteSigningService<HTTP2ClientTransport.Posix>) async throws -> Void
    ) async throws {
        try await with(signer, certificate: certificates.shown, body)
    }
}
