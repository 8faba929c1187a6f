import RepositorySimulation
import TUFCore
import Testing

@Suite("Whole repositories, written and read by this library")
struct WrittenRepositoryTests {
    private static let now = UTCTime(seconds: 1_795_392_000)

    @Test("2-of-3 keys, three root rotations, nested, classic and succinct delegations are read")
    func tuf() async throws {
        let written = try await WrittenTUFRepository()
        var server = Self.server(written.files)
        let rules = TUFRootRules(gun: try GUN("written"))
        let first = try Unverified<Root>(
            parsing: written.firstRoot.rawBytes,
            as: .root,
            in: .tuf
        )
        let workflow = UpdateWorkflow(
            from: .known(try first.trustedAsPersisted(rules: rules)),
            notBelow: VersionFloors(),
            at: UpdateStartTime(Self.now),
            fetching: .none,
            limits: .tuf,
            dialect: .tuf
        )
        let repository = try server.run(workflow).result.get()
        #expect(repository.root.root.version.number == 4)
        #expect(written.contents.count == 43)
        for (name, content) in written.contents {
            let target = try #require(try Self.target(name, in: repository, &server))
            #expect(target.file.hashes.mismatch(with: content) == nil)
            #expect(written.targetFiles[target.fileName(under: repository.root.root)] == content)
        }
        #expect(try Self.target("removed.txt", in: repository, &server) == nil)
    }

    @Test("a Notary repository is read under its own rules for root certificates")
    func notary() async throws {
        let written = try await WrittenNotaryRepository("lab/a", from: Self.now, root: .ecdsa)
        var server = Self.server(written.files)
        let workflow = UpdateWorkflow(
            from: .pin(.trustOnFirstUse, rules: NotaryRootRules(gun: written.gun)),
            notBelow: VersionFloors(),
            at: UpdateStartTime(Self.now.adding(seconds: 1))
        )
        let repository = try server.run(workflow).result.get()
        let search = TargetSearch(in: repository)
        #expect(try search.target(named: "v1")?.role == .targets)
        #expect(try search.target(named: "a<b>&é")?.role == .releases)
        let target = try #require(try search.target(named: "v2"))
        #expect(target.role == .releases)
        #expect(target.signers.count == 2)
        #expect(target.file.custom == ["a": "<&>\n\u{1}", "z": 1])
    }

    private static func server(_ files: RepositoryFiles) -> MetadataServer {
        let named = files.inOrderOfWriting.map {
            (String($0.name.dropLast(5)), FetchResult.bytes($0.bytes))
        }
        return MetadataServer(Dictionary(uniqueKeysWithValues: named))
    }

    private static func target(
        _ name: String,
        in repository: TrustedRepository,
        _ server: inout MetadataServer
    ) throws -> TrustedTarget? {
        var lookup = TargetLookup(of: name, in: repository, limits: .tuf)
        while true {
            switch lookup.next() {
            case .fetch(let request): lookup.receive(server.answer(request))
            case .recall: lookup.receive(.notFound)
            case .persist: break
            case .found(let target): return target
            case .notFound: return nil
            case .abort(let error): throw error
            }
        }
    }
}
