import Foundation
import Testing

/// The client of the official conformance suite, as a program against a server.
///
/// The suite itself runs by `scripts/conformance`.
@Suite(.serialized)
struct ConformanceClientTests {
    private static let vectors = [
        "v01-basic-ed25519", "v09-root-rotation-start-at-3", "v13-nested-delegations",
        "v19-succinct-roles-4bit", "v31-fast-forward-recovery-targets", "v33-normal-update",
        "a06-tampered-targets", "a07-expired-timestamp", "a21-targets-rollback",
        "a26-delegated-expired", "a39-target-wrong-content",
    ]
    .map(TUFVector.init)

    @Test(
        "each step ends with its status, asks in order and keeps what it must",
        arguments: vectors
    )
    func vector(_ vector: TUFVector) async throws {
        let server = try await VectorServer(vector)
        let client = try ConformanceProgram()
        #expect(try await client.start(withRootAt: vector.root).status == 0)
        var asked = 0
        for (number, step) in try vector.steps().enumerated() {
            let repository = "\(server.url)/repo-\(step.repo)"
            let result =
                step.op == "refresh"
                ? try await client.refresh(from: repository)
                : try await client.download([step.target ?? ""], from: repository)
            let place = "step \(number) \(step.op) \(step.target ?? ""): \(result.output)"
            if step.expect != "any" {
                #expect(result.status == (step.expect == "ok" ? 0 : 1), "\(place)")
            }
            #expect([0, 1].contains(result.status), "\(place)")
            #expect(result.standardError.isEmpty == (result.status == 0), "\(place)")
            let requests = server.requests.dropFirst(asked)
            asked += requests.count
            if step.expect == "ok" {
                let expected = step.requests.map { "/repo-\(step.repo)/\($0)" }
                #expect(requests.prefix(20) == expected[...], "\(place)")  // so many are recorded
            }
            for (role, version) in step.trusted ?? [:] {
                #expect(try client.version(of: role) == version, "\(place): kept \(role)")
            }
        }
        await server.stop()
    }

    @Test("every name, however odd, is asked for encoded and kept as one file of its folder")
    func oddNames() async throws {
        let vector = TUFVector(name: "v22-unicode-and-escapes")
        let server = try await VectorServer(vector)
        let client = try ConformanceProgram()
        _ = try await client.start(withRootAt: vector.root)
        let names = try vector.steps().filter { $0.expect == "ok" }.compactMap(\.target)
        #expect(names.count == 5)
        let result = try await client.download(names, from: "\(server.url)/repo-0")
        #expect(result.status == 0, "\(result.output)")
        let kept = try client.names(in: client.targets)
        #expect(kept.count == Set(names.map { Array($0.utf8) }).count)
        #expect(kept.compactMap(\.removingPercentEncoding).count == kept.count)
        await server.stop()
    }

    @Test("metadata is kept under the bare names of its roles, the bytes as they were received")
    func metadataFiles() async throws {
        let vector = TUFVector(name: "v13-nested-delegations")
        let server = try await VectorServer(vector)
        let client = try ConformanceProgram()
        _ = try await client.start(withRootAt: vector.root)
        _ = try await client.download(["a/one.txt"], from: "\(server.url)/repo-0")
        let files = [
            "A.json": "1.A.json", "root.json": "1.root.json", "snapshot.json": "1.snapshot.json",
            "targets.json": "1.targets.json", "timestamp.json": "timestamp.json",
        ]
        #expect(try client.names(in: client.metadata) == files.keys.sorted())
        for (kept, served) in files {
            let served = vector.folder.appendingPathComponent("repo-0/metadata/\(served)").path
            #expect(
                FileManager.default.contentsEqual(
                    atPath: client.metadata + "/" + kept,
                    andPath: served
                )
            )
        }
        #expect(try client.names(in: client.targets) == ["a%2Fone.txt"])
        await server.stop()
    }

    @Test("a first root that is not whole is kept, and nothing is asked for because of it")
    func brokenRoot() async throws {
        let vector = TUFVector(name: "v01-basic-ed25519")
        let server = try await VectorServer(vector)
        let client = try ConformanceProgram()
        let home = try TemporaryFolder()
        let root = try String(contentsOfFile: vector.root, encoding: .utf8)
        let changed = root.replacing("2044-01-01", with: "2045-01-01")
        #expect(changed != root)
        try #expect(
            await client.start(withRootAt: home.write(changed, to: "root.json")).status == 0
        )
        #expect(try await client.refresh(from: "\(server.url)/repo-0").status == 1)
        #expect(server.requests.isEmpty)
        await server.stop()
    }

    @Test("the first target that fails ends the command; one that is there is not fetched again")
    func severalTargets() async throws {
        let vector = TUFVector(name: "v01-basic-ed25519")
        let server = try await VectorServer(vector)
        let client = try ConformanceProgram()
        let repository = "\(server.url)/repo-0"
        _ = try await client.start(withRootAt: vector.root)
        let names = ["file.txt", "nope", "dir/sub/file2.bin"]
        #expect(try await client.download(names, from: repository).status == 1)
        #expect(try client.names(in: client.targets) == ["file.txt"])
        #expect(try await client.download(["file.txt"], from: repository).status == 0)
        #expect(server.requests.count { $0.hasSuffix(".file.txt") } == 1)
        try Data("other".utf8).write(to: URL(fileURLWithPath: client.targets + "/file.txt"))
        #expect(try await client.download(["file.txt"], from: repository).status == 0)
        #expect(server.requests.count { $0.hasSuffix(".file.txt") } == 2)
        await server.stop()
    }

    @Test(
        "what is asked wrongly ends with status 1 and a message",
        arguments: [
            [], ["refresh"], ["--metadata-dir", ".", "update"], ["--metadata-dir", ".", "refresh"],
            ["--metadata-dir", ".", "init"], ["--metadata-dir", ".", "init", "no-such-file"],
            ["--metadata-dir", ".", "--metadata-url", "http://127.0.0.1:9/", "download"],
        ]
    )
    func usage(arguments: [String]) async throws {
        let result = try await ConformanceProgram().run(arguments)
        #expect(result.status == 1)
        #expect(!result.standardError.isEmpty)
    }
}
