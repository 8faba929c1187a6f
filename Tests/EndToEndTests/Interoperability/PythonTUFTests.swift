import RepositorySimulation
import TUFCore
import Testing

/// python-tuf 7 reads what TUFCore writes.
@Suite("python-tuf's client on a repository written by TUFCore")
struct PythonTUFTests {
    private let client: PythonTUF
    private let repository: WrittenTUFRepository
    private let folder: TemporaryFolder

    init() async throws {
        client = try PythonTUF()
        folder = try TemporaryFolder()
        let key = try await Self.p384Key(home: folder)
        repository = try await WrittenTUFRepository(snapshotKey: SigningKey(tuf: key))
        for file in repository.files.inOrderOfWriting {
            try folder.write(file.bytes, below: "metadata", as: file.name)
        }
        for (name, content) in repository.targetFiles {
            try folder.write(content, below: "targets", as: name)
        }
        try folder.write(repository.firstRoot.rawBytes, below: ".", as: "first.json")
    }

    @Test("2-of-3 keys, three root rotations, nested, classic and succinct delegations are read")
    func everythingIsFound() async throws {
        let names = repository.contents.keys.sorted()
        let found = try await client.findings(
            folder,
            root: folder.path("first.json"),
            names + ["removed.txt", "team/inner/none", "spread/none"]
        )
        #expect(
            found.versions == ["root": 4, "timestamp": 1, "snapshot": 1, "targets": 2]
        )
        #expect(names.count == 43)
        for (name, content) in repository.contents {
            #expect(found.targets[name] == HashAlgorithm.sha256.digest(of: content).hex)
        }
        #expect(found.targets.values.filter { $0 == nil }.count == 3)
    }

    @Test("the client would notice: a root in the place of another is refused")
    func wrongRoot() async throws {
        let third = try #require(repository.files["3.root.json"])
        try folder.write(third, below: "metadata", as: "4.root.json")
        let result = try await client.run(folder, root: folder.path("first.json"), ["top.txt"])
        #expect(result.status != 0)
        #expect(result.output.contains("BadVersionNumberError"))
    }

    /// The one kind of key that ``KeyGenerator`` does not make.
    private static func p384Key(home: TemporaryFolder) async throws -> PrivateKey {
        try await Tool.openssl.succeed(
            [
                "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384",
                "-outform", "DER", "-out", home.path("p384.der"),
            ],
            home: home
        )
        return try PrivateKey(sec1: home.bytes(of: "p384.der"))
    }
}
