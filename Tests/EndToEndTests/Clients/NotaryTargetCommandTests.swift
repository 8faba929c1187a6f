import TUFCore
import Testing

/// What `notary` does with targets, at our server and at Debian's.
@Suite("notary: targets, against both servers", .serialized)
struct NotaryTargetCommandTests {
    private static let gun = "lab/app"
    private static let sha256 = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
    private static let sha512 =
        "e7c22b994c59d9cf2b48e549b1e24666636045930d3da7c1acb299d1c3b7f931"
        + "f94aae41edda2c2b207a36e10f8bcb8d45223e54878f5b316e7ce3b6bc019629"
    private static let custom: JSON = ["builds": [1, -2], "by": "ci", "note": "é"]
    private let notary: NotaryCLIPair

    init() async throws {
        notary = try await NotaryCLIPair()
        try notary.write("hello\n", to: "file")
        try notary.write("hellO\n", to: "other")
        let text = String(decoding: Self.custom.serialized(), as: UTF8.self)
        try notary.write(text, to: "custom.json")
        try await notary("init", Self.gun, "-p")
    }

    private func target(_ name: String, of repository: TrustedRepository) throws -> TargetFile? {
        try TargetSearch(in: repository).target(named: name)?.file
    }

    @Test("init -p publishes a repository without targets")
    func initialise() async throws {
        #expect(try await notary("list", Self.gun).contains("No targets present"))
        for repository in try await notary.published(Self.gun) {
            #expect(repository.root.trusted.root.version.number == 1)
            #expect(Array(repository.roles.keys) == [.targets])
        }
    }

    @Test("add and addhash, each with custom data: all of it comes back through both clients")
    func add() async throws {
        try await notary("add", Self.gun, "v1", "file", "--custom", "custom.json", "-p")
        try await notary("addhash", Self.gun, "v2", "6", "--sha256", Self.sha256)
        try await notary("addhash", Self.gun, "v3", "6", "--sha512", Self.sha512)
        try await notary(
            "addhash",
            Self.gun,
            "v4",
            "6",
            "--sha256",
            Self.sha256,
            "--sha512",
            Self.sha512,
            "--custom",
            "custom.json",
            "-p"
        )
        try await notary.strangers()("list", Self.gun)
        try await notary("lookup", Self.gun, "v4")
        let digests = [
            try Digest(.sha256, hex: Self.sha256), try Digest(.sha512, hex: Self.sha512),
        ]
        let expected: [(String, [Digest], JSON?)] = [
            ("v1", digests, Self.custom), ("v2", [digests[0]], nil), ("v3", [digests[1]], nil),
            ("v4", digests, Self.custom),
        ]
        for repository in try await notary.published(Self.gun) {
            for (name, digests, custom) in expected {
                let file = try #require(try target(name, of: repository))
                #expect(file.length == 6)
                #expect(file.hashes == Hashes(digests), "\(name)")
                let found = try file.custom?.canonicalBytes()
                #expect(try found == custom?.canonicalBytes(), "\(name)")
            }
        }
    }

    @Test("custom data with a number that canonical JSON has not is refused, each in its own words")
    func decimals() async throws {
        try notary.write(#"{"ratio":2.5}"#, to: "decimal.json")
        for user in notary.users {
            let result = try await user.cli.run(
                "add",
                Self.gun,
                "v1",
                "file",
                "--custom",
                "decimal.json",
                "-p"
            )
            #expect(result.status == 1)
            #expect(result.output.contains("The targets metadata is invalid: "))
            #expect(result.output.contains("2.5"))
        }
        for repository in try await notary.published(Self.gun) {
            #expect(try target("v1", of: repository) == nil)
        }
    }

    @Test("what is not staged well is refused before it is published")
    func refusals() async throws {
        try await notary("addhash", Self.gun, "v1", "6", "--sha256", "12", status: 1)
        try await notary("addhash", Self.gun, "v1", "6", status: 1)
        try await notary("add", Self.gun, "v1", "none", status: 1)
        // What Go escapes for HTML is signed in one form and checked in another, at both.
        try notary.write(#"{"note":"<&>"}"#, to: "custom.json")
        try await notary(
            "add",
            Self.gun,
            "v1",
            "file",
            "--custom",
            "custom.json",
            "-p",
            status: 1
        )
        try await notary("lookup", Self.gun, "v1", status: 1)
        try await notary("list", "lab/none", status: 1)
    }

    @Test("status tells what is staged, reset forgets all or some of it, publish takes the rest")
    func stage() async throws {
        for name in ["v1", "v2", "v3"] { try await notary("add", Self.gun, name, "file") }
        #expect(try await notary("status", Self.gun).contains("2    create"))
        try await notary("reset", Self.gun, "-n", "0,2")
        try await notary("status", Self.gun)
        try await notary("publish", Self.gun)
        #expect(try await notary("status", Self.gun).contains("No unpublished changes"))
        try await notary("add", Self.gun, "v4", "file")
        try await notary("reset", Self.gun, "--all")
        try await notary("publish", Self.gun)
        try await notary("list", Self.gun)
        for repository in try await notary.published(Self.gun) {
            let names = try ["v1", "v2", "v3", "v4"]
                .filter {
                    try target($0, of: repository) != nil
                }
            #expect(names == ["v2"])
        }
    }

    @Test("remove takes away a target, for those who knew it, too")
    func remove() async throws {
        try await notary("add", Self.gun, "v1", "file")
        try await notary("add", Self.gun, "v2", "file", "-p")
        let reader = try notary.strangers()
        try await reader("lookup", Self.gun, "v1")
        try await notary("remove", Self.gun, "v1", "-p")
        try await reader("lookup", Self.gun, "v1", status: 1)
        for repository in try await notary.published(Self.gun) {
            #expect(try target("v1", of: repository) == nil)
            #expect(try target("v2", of: repository) != nil)
        }
    }

    @Test("verify reads a file or its input, and writes what is proven and nothing else")
    func verify() async throws {
        try await notary("add", Self.gun, "v1", "file", "-p")
        #expect(try await notary("verify", Self.gun, "v1", input: "hello\n") == "hello\n")
        #expect(try await notary("verify", Self.gun, "v1", "-i", "file", "-q").isEmpty)
        try await notary("verify", Self.gun, "v1", "-i", "file", "-o", "out")
        #expect(try notary.ours.home.text(of: "out") == "hello\n")
        try await notary("verify", Self.gun, "v1", "-i", "other", "-q", status: 1)
        try await notary("verify", Self.gun, "v2", "-i", "file", status: 1)
    }

    @Test("witness signs again, and refuses a role that is not there")
    func witness() async throws {
        try await notary("witness", Self.gun, "targets", "-p")
        try await notary("witness", Self.gun, "targets/none", "-p", status: 1)
        try await notary("reset", Self.gun, "--all")
        for repository in try await notary.published(Self.gun) {
            #expect(repository.roles[.targets]?.targets.version.number == 3)
        }
    }

    @Test("server and trust folder from a configuration file; -D and -v say what happens")
    func globalOptions() async throws {
        try await notary("add", Self.gun, "v1", "file", "-p")
        for (cli, url) in notary.users {
            let text = #"{"trust_dir":"./mine","remote_server":{"url":"\#(url)"}}"#
            let result = try await Tool.notary.succeed(
                ["--configFile", cli.home.write(text, to: "config.json"), "list", Self.gun],
                home: cli.home
            )
            #expect(result.output.contains(Self.sha256))
            #expect(try cli.home.text(of: "mine/tuf/lab/app/metadata/root.json").contains("Root"))
        }
        let missing = try await notary("-D", "list", "lab/none", status: 1)
        #expect(missing.contains("received HTTP status 404 when requesting root."))
        try await notary("-v", "list", Self.gun)
    }

    @Test("delete forgets what is here, delete --remote what is there")
    func delete() async throws {
        try await notary("add", Self.gun, "v1", "file", "-p")
        try await notary("add", Self.gun, "staged", "file")
        try await notary("delete", Self.gun)
        #expect(try await notary("status", Self.gun).contains("No unpublished changes"))
        #expect(try await notary("list", Self.gun).contains("v1"))
        try await notary("delete", Self.gun, "--remote")
        try await notary("list", Self.gun, status: 1)
        try await notary("delete", Self.gun, "--remote")
    }
}
