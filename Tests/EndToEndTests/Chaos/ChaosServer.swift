/// Our Notary server, killed and started again and again on the same data.
actor ChaosServer {
    private let home: TemporaryFolder
    private let arguments: [String]
    private var server: NotaryServer?
    private(set) var kills = 0
    /// Lines of level error in the logs of all processes that were.
    private(set) var errors: [String] = []

    init(home: TemporaryFolder, arguments: [String]) {
        self.home = home
        self.arguments = arguments
    }

    func start() async throws {
        server = try await NotaryServer.start(home: home, arguments: arguments)
    }

    /// Ends it as `kill -9` does, whatever runs, and starts it again.
    func restart() async throws {
        await server?.process.killAtOnce()
        let log = server?.process.log ?? ""
        errors += log.split(separator: "\n").filter { $0.contains("\"level\":\"error\"") }
            .map { String($0) }
        server = nil
        kills += 1
        try await start()
    }

    /// Where it listens now; waits while it is being started.
    var url: String {
        get async throws {
            while true {
                if let server { return server.url }
                try await Task.sleep(for: .milliseconds(10))
            }
        }
    }
}
