import TUFCore
import Testing

@Suite("The article on verifying a repository")
struct VerifyARepositoryTests {
    @Test("its code refreshes a repository, finds a delegated target and checks its bytes")
    func codeWorks() throws {
        let tufCase = try #require(TUFCase.all.first { $0.facts.name == "v13-nested-delegations" })
        let rootFile = try #require(tufCase.file("client/root.json"))
        let step = try #require(tufCase.facts.steps.first { $0.op == "download" })
        let name = try #require(step.target)
        let now = try #require(UTCTime(rfc3339: step.time))
        func fetch(_ request: MetaFileRequest) -> FetchResult {
            let version =
                if case .version(let version) = request.edition { "\(version)." } else { "" }
            let path = "repo-\(step.repo)/metadata/\(version)\(request.role).json"
            return tufCase.file(path).map { .bytes($0) } ?? .notFound
        }
        var kept: [RoleName: [UInt8]] = [:]
        let repository = try VerifyARepository.refresh(
            trusting: rootFile,
            at: now,
            fetch: fetch,
            kept: &kept
        )
        #expect(kept[.timestamp] != nil)
        let found = try VerifyARepository.find(name, in: repository, fetch: fetch)
        let target = try #require(found)
        let fileName = target.fileName(under: repository.root.root)
        let bytes = try #require(try tufCase.targetFile(named: fileName, at: step))
        try VerifyARepository.check([bytes], are: target)
        #expect(throws: TargetError.self) {
            try VerifyARepository.check([bytes + [0]], are: target)
        }
        let absent = try VerifyARepository.find("no such target", in: repository, fetch: fetch)
        #expect(absent == nil)
    }
}
