import TUFCore
import Testing

/// Two users of Debian's `notary` who do the same: one at our server, one at `notary-server`.
///
/// Whatever a command prints must be the same for both; what is published, both servers must have.
struct NotaryCLIPair {
    private let server: NotaryServer
    private let peer: DebianNotaryServer
    private let passphrase: String?
    /// Who works with our server.
    let ours: NotaryCLI
    /// Who works with Debian's.
    let theirs: NotaryCLI

    /// Starts both servers, for users who have seen nothing yet.
    init(passphrase: String? = nil) async throws {
        server = try await NotaryServer.start(home: TemporaryFolder())
        peer = try await DebianNotaryServer()
        self.passphrase = passphrase
        ours = try NotaryCLI(server: server.url, passphrase: passphrase)
        theirs = try NotaryCLI(server: peer.url, passphrase: passphrase)
    }

    private init(_ pair: NotaryCLIPair) throws {
        server = pair.server
        peer = pair.peer
        passphrase = pair.passphrase
        ours = try NotaryCLI(server: server.url, passphrase: passphrase)
        theirs = try NotaryCLI(server: peer.url, passphrase: passphrase)
    }

    /// Two more users, of the same servers.
    func strangers() throws -> NotaryCLIPair {
        try NotaryCLIPair(self)
    }

    /// Each user with the address of the server.
    var users: [(cli: NotaryCLI, url: String)] { [(ours, server.url), (theirs, peer.url)] }

    /// Writes a file for both.
    func write(_ text: String, to name: String) throws {
        for user in users { try user.cli.home.write(text, to: name) }
    }

    /// Runs a command with both users and returns what it wrote at ours, after both wrote the same
    /// and ended with `status`.
    @discardableResult
    func callAsFunction(
        _ arguments: String...,
        input: String = "",
        status: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        try await each(input: input, status: status, sourceLocation: sourceLocation) { _ in
            arguments
        }
    }

    /// Runs a command with both users, where its arguments name what each has of its own.
    @discardableResult
    func each(
        input: String = "",
        status: Int32 = 0,
        sourceLocation: SourceLocation = #_sourceLocation,
        arguments: (NotaryCLI) async throws -> [String]
    ) async throws -> String {
        var results: [ToolResult] = []
        var words: [[String]] = []
        for (cli, url) in users {
            let result = try await cli.run(arguments(cli), input: input)
            results.append(result)
            let host = String(url.trimmingPrefix("http://"))
            words.append(result.words(hiding: [cli.home.path, host]))
        }
        #expect(words[0] == words[1], sourceLocation: sourceLocation)
        #expect(results[0].status == status, "\(results[0].output)", sourceLocation: sourceLocation)
        return results[0].output
    }

    /// What our own client proves of a repository at each server.
    func published(_ gun: String) async throws -> [TrustedRepository] {
        [
            try await OwnClient.read(gun, at: server.url),
            try await OwnClient.read(gun, at: peer.url),
        ]
    }
}
