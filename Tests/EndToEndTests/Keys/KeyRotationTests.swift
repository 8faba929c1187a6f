import Foundation
import Testing

/// Another passphrase for the keys of a server, from the command line.
@Suite("Alias rotation and re-encryption", .serialized)
struct KeyRotationTests {
    private static let old = ["NOTARY_SIGNER_OLD": "first"]
    private static let new = ["NOTARY_SIGNER_NEW": "second"]
    private static let both = old.merging(new) { $1 }

    private let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    private func start(
        alias: String?,
        _ environment: [String: String]
    ) async throws -> NotaryServer {
        try await NotaryServer.start(
            home: home,
            arguments: alias.map { ["--default-alias", $0] } ?? [],
            environment: environment
        )
    }

    private func reencrypt(
        alias: String = "new",
        _ environment: [String: String] = both
    ) throws -> ChildProcess {
        try ChildProcess(
            BuildFolder.product("NotaryHTTP"),
            ["keys", "reencrypt", "--data", home.path("data"), "--alias", alias],
            environment: .minimal(home: home).merging(environment) { $1 },
            workingFolder: home.path
        )
    }

    /// `ALIAS NUMBER` of each alias that keys are kept under.
    private func aliases() async throws -> [String] {
        let script = """
            import sqlite3, sys
            rows = sqlite3.connect(sys.argv[1]).execute(
                'SELECT passphrase_alias, count(*) FROM private_keys GROUP BY 1 ORDER BY 1')
            print('\\n'.join(f'{alias} {count}' for alias, count in rows))
            """
        let database = home.path("data/notary.sqlite")
        return try await Tool.python.succeed(["-c", script, database], home: home)
            .standardOutput.split(separator: "\n").map(String.init)
    }

    private func key(_ name: String, _ server: NotaryServer) async throws -> String {
        try await server.get("/v2/\(name)/_trust/tuf/timestamp.key")
    }

    @Test("the alias is rotated, the keys are re-encrypted, and the same keys sign on")
    func rotation() async throws {
        var server = try await start(alias: "old", Self.old)
        var owner = try NotaryCLI(server: server.url)
        try owner.home.write("hello\n", to: "file")
        try await owner("init", "lab/app")
        try await owner("add", "lab/app", "v1", "file", "-p")
        let key = try await key("lab/app", server)
        #expect(try await aliases() == ["old 1"])
        try await server.process.stop()

        // Both passphrases: new keys under the new alias, old ones as before.
        server = try await start(alias: "new", Self.both)
        owner = owner.moved(to: server.url)
        try await owner("add", "lab/app", "v2", "file", "-p")
        _ = try await self.key("lab/other", server)
        #expect(try await aliases() == ["new 1", "old 1"])
        let result = try await reencrypt().wait(atMost: 60)
        #expect(result.status == 0, "\(result.standardError)")
        #expect(
            result.standardOutput
                == "1 keys encrypted anew under alias `new`; 1 were under it before\n"
        )
        #expect(try await aliases() == ["new 2"])
        try await owner("add", "lab/app", "v3", "file", "-p")
        try await server.process.stop()

        // The old passphrase is gone.
        server = try await start(alias: "new", Self.new)
        owner = owner.moved(to: server.url)
        try await owner("add", "lab/app", "v4", "file", "-p")
        #expect(try await self.key("lab/app", server) == key)
        #expect(try await owner("list", "lab/app").contains("v4"))
    }

    @Test("without the old passphrase nothing starts and nothing changes, and both say why")
    func missing() async throws {
        let server = try await start(alias: "old", Self.old)
        _ = try await key("lab/app", server)
        try await server.process.stop()
        let result = try await reencrypt(Self.new).wait(atMost: 60)
        #expect(result.status != 0)
        #expect(result.standardError.contains("no passphrase is configured for alias `old`"))
        #expect(try await aliases() == ["old 1"])
        await #expect(throws: HarnessError.self) { try await start(alias: "new", Self.new) }
        let other = try ChildProcess(
            BuildFolder.product("NotaryHTTP"),
            ["keys", "reencrypt", "--data", home.path("none"), "--alias", "new"],
            environment: .minimal(home: home).merging(Self.both) { $1 },
            workingFolder: home.path
        )
        #expect(try await other.wait(atMost: 60).status != 0)
        #expect(!FileManager.default.fileExists(atPath: home.path("none")))
    }

    @Test("from the key file to a passphrase and back")
    func keyFile() async throws {
        var server = try await start(alias: nil, [:])
        let first = try await key("lab/app", server)
        try await server.process.stop()
        #expect(try await aliases() == ["keyfile 1"])
        #expect(try await reencrypt(Self.new).wait(atMost: 60).status == 0)
        #expect(try await aliases() == ["new 1"])
        try FileManager.default.removeItem(atPath: home.path("data/keys.passphrase"))
        server = try await start(alias: "new", Self.new)
        #expect(try await key("lab/app", server) == first)
        try await server.process.stop()
        #expect(try await reencrypt(alias: "keyfile", Self.new).wait(atMost: 60).status == 0)
        server = try await start(alias: nil, [:])
        #expect(try await key("lab/app", server) == first)
    }

    @Test("killed at any moment it has changed all keys or none")
    func interrupted() async throws {
        let server = try await start(alias: "old", Self.old)
        for number in 1...8 { _ = try await key("lab/\(number)", server) }
        try await server.process.stop()
        var (from, to) = ("old", "new")
        for delay in stride(from: 20, through: 600, by: 40) {
            let process = try reencrypt(alias: to)
            try await Task.sleep(for: .milliseconds(delay))
            process.send(SIGKILL)
            _ = await process.wait()
            let found = try await aliases()
            #expect(found == ["\(from) 8"] || found == ["\(to) 8"], "\(found)")
            if found == ["\(to) 8"] { (from, to) = (to, from) }
        }
        #expect(try await reencrypt(alias: to).wait(atMost: 60).status == 0)
        let alone = to == "new" ? Self.new : Self.old
        let again = try await start(alias: to, alone)
        for number in 1...8 { _ = try await key("lab/\(number)", again) }
        #expect(try await aliases() == ["\(to) 8"])
    }
}
