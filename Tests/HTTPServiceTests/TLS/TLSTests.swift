import HTTPService
import Hummingbird
import HummingbirdTesting
import Logging
import NIOSSL
import Testing

@Suite("TLS listener")
struct TLSTests {
    private let logs = LogRecorder()
    private let files: ServerCertificates

    init() throws {
        files = try ServerCertificates()
        for name in ["server", "other", "client"] { try files.make(name) }
    }

    private func listener(clientAuthorities: String? = nil) -> Listener {
        Listener(
            address: ListenAddress(host: "127.0.0.1", port: 0),
            tls: TLSFiles(
                certificate: files.path("server.crt"),
                key: files.path("server.key"),
                clientAuthorities: clientAuthorities,
                refreshInterval: .milliseconds(20)
            )
        )
    }

    /// The status of a GET by a client that trusts only the certificate in `trusting`.
    private static func status(
        port: Int,
        trusting: String,
        as client: (certificate: String, key: String)? = nil
    ) async throws -> HTTPResponse.Status {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .file(trusting)
        if let client {
            configuration.certificateChain = try NIOSSLCertificate.fromPEMFile(client.certificate)
                .map { .certificate($0) }
            configuration.privateKey = .privateKey(
                try NIOSSLPrivateKey(file: client.key, format: .pem)
            )
        }
        return try await TestClient.withClient(
            host: "127.0.0.1",
            port: port,
            configuration: .init(tlsConfiguration: configuration, serverName: "localhost")
        ) {
            try await $0.get("/").status
        }
    }

    @Test("new handshakes get a replaced certificate")
    func reload() async throws {
        let old = files.path("old.crt")
        try files.replace("old", by: "server", ["crt"])
        let (files, logs) = (files, logs)
        try await RunningServer.with(listener: listener(), router: .hello, logs: logs) { port, _ in
            let before = try await Self.status(port: port, trusting: old)
            #expect(before == .ok)
            try files.replace("server", by: "other")
            try await logs.wait(for: "certificate replaced")
            let new = files.path("other.crt")
            let after = try await Self.status(port: port, trusting: new)
            #expect(after == .ok)
            await #expect(throws: (any Error).self) {
                try await Self.status(port: port, trusting: old)
            }
        }
    }

    @Test("a certificate that does not fit the key is not taken; log and metrics say so")
    func mismatch() async throws {
        let old = files.path("old.crt")
        try files.replace("old", by: "server", ["crt"])
        let (files, logs, registry) = (files, logs, MetricsRegistry())
        try await RunningServer.with(
            listener: listener(),
            router: .hello,
            registry: registry,
            logs: logs
        ) { port, _ in
            try files.replace("server", by: "other", ["crt"])
            try await logs.wait(for: "certificate not replaced")
            let failing = "countersign_tls_reload_failed{file=\"certificate\"}"
            #expect(registry.text.contains("\(failing) 1\n"))
            let still = try await Self.status(port: port, trusting: old)
            #expect(still == .ok)
            try files.replace("server", by: "other", ["key"])
            try await logs.wait(for: "\"message\":\"certificate replaced\"")
            #expect(registry.text.contains("\(failing) 0\n"))
            #expect(logs.lines.filter { $0.contains("certificate not replaced") }.count == 1)
        }
    }

    @Test("a reload looks at the files at once")
    func reloadAtOnce() throws {
        var listener = listener()
        listener.tls?.refreshInterval = .seconds(3600)
        let registry = MetricsRegistry()
        let server = try HTTPServer(
            listener: listener,
            responder: Router<BasicRequestContext>.hello.buildResponder(),
            registry: registry,
            logger: logs.logger()
        )
        try files.replace("server", by: "other", ["crt", "key"])
        let replaced = #"countersign_tls_reloads_total{file="certificate",outcome="replaced"} 1"#
        #expect(!registry.text.contains(replaced))
        server.reload()
        #expect(registry.text.contains(replaced))
    }

    @Test("client authorities are followed; a file that cannot be used replaces nothing")
    func authoritiesReload() async throws {
        let (files, logs, registry) = (files, logs, MetricsRegistry())
        try files.replace("authorities", by: "client", ["crt"])
        try await RunningServer.with(
            listener: listener(clientAuthorities: files.path("authorities.crt")),
            router: .hello,
            registry: registry,
            logs: logs
        ) { port, _ in
            let server = files.path("server.crt")
            let client = (files.path("client.crt"), files.path("client.key"))
            let other = (files.path("other.crt"), files.path("other.key"))
            try files.write("no certificate", to: "authorities.crt")
            try await logs.wait(for: "client authorities not replaced")
            let failing = "countersign_tls_reload_failed{file=\"client_authorities\"}"
            #expect(registry.text.contains("\(failing) 1\n"))
            let still = try await Self.status(port: port, trusting: server, as: client)
            #expect(still == .ok)

            try files.replace("authorities", by: "other", ["crt"])
            try await logs.wait(for: "client authorities replaced")
            #expect(registry.text.contains("\(failing) 0\n"))
            let known = try await Self.status(port: port, trusting: server, as: other)
            #expect(known == .ok)
            await #expect(throws: (any Error).self) {
                try await Self.status(port: port, trusting: server, as: client)
            }
        }
    }

    @Test("a broken authority file does not hold up a new certificate")
    func apart() async throws {
        let (files, logs) = (files, logs)
        try files.replace("authorities", by: "client", ["crt"])
        try await RunningServer.with(
            listener: listener(clientAuthorities: files.path("authorities.crt")),
            router: .hello,
            logs: logs
        ) { port, _ in
            try files.write("no certificate", to: "authorities.crt")
            try files.replace("server", by: "other")
            try await logs.wait(for: "client authorities not replaced")
            try await logs.wait(for: "\"message\":\"certificate replaced\"")
            let status = try await Self.status(
                port: port,
                trusting: files.path("other.crt"),
                as: (files.path("client.crt"), files.path("client.key"))
            )
            #expect(status == .ok)
        }
    }

    @Test("a handshake that does not come to its end is broken off")
    func silentHandshake() async throws {
        var listener = listener()
        listener.limits.handshakeTimeout = .milliseconds(100)
        let registry = MetricsRegistry()
        try await RunningServer.with(
            listener: listener,
            router: .hello,
            registry: registry,
            logs: logs
        ) { port, _ in
            try await RawConnection(port: port).closed()
        }
        #expect(registry.text.contains("{waiting_for=\"handshake\"} 1\n"))
    }

    @Test("what is no handshake ends that connection only")
    func noHandshake() async throws {
        let (files, registry) = (files, MetricsRegistry())
        try await RunningServer.with(
            listener: listener(),
            router: .hello,
            registry: registry,
            logs: logs
        ) { port, _ in
            let plain = try await RawConnection(port: port)
            try await plain.send("GET / HTTP/1.1\r\n\r\n")
            try await plain.closed()
            let status = try await Self.status(port: port, trusting: files.path("server.crt"))
            #expect(status == .ok)
        }
        #expect(registry.text.contains("countersign_http_handshakes_failed_total 1\n"))
    }

    @Test("with client authorities, only a client with a certificate of one gets in")
    func mutualTLS() async throws {
        let authorities = files.path("client.crt")
        let (files, server) = (files, files.path("server.crt"))
        try await RunningServer.with(
            listener: listener(clientAuthorities: authorities),
            router: .hello,
            logs: logs
        ) { port, _ in
            let good = (files.path("client.crt"), files.path("client.key"))
            let known = try await Self.status(port: port, trusting: server, as: good)
            #expect(known == .ok)
            await #expect(throws: (any Error).self) {
                try await Self.status(port: port, trusting: server)
            }
            let foreign = (files.path("other.crt"), files.path("other.key"))
            await #expect(throws: (any Error).self) {
                try await Self.status(port: port, trusting: server, as: foreign)
            }
        }
    }

    @Test("files that cannot be used are named before anything listens")
    func unusableFiles() throws {
        try files.replace("server", by: "other", ["key"])
        let error = #expect(throws: ListenerError.self) {
            try HTTPServer(
                listener: listener(),
                responder: Router<BasicRequestContext>.hello.buildResponder(),
                logger: logs.logger()
            )
        }
        #expect(error?.description.contains(files.path("server.crt")) == true)
        let missing = #expect(throws: ListenerError.self) {
            try files.replace("server", by: "client")
            _ = try HTTPServer(
                listener: listener(clientAuthorities: "/does/not/exist"),
                responder: Router<BasicRequestContext>.hello.buildResponder(),
                logger: logs.logger()
            )
        }
        #expect(missing?.description.contains("/does/not/exist") == true)
    }
}
