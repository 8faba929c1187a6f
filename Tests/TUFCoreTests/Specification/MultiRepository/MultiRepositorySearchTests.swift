import TUFCore
import Testing

@Suite("A target that several repositories vouch for (TAP 4)")
struct MultiRepositorySearchTests {
    private static let path = "django/1.tgz"

    @Test("a threshold of repositories that agree on length and hashes is enough")
    func consensus() throws {
        var search = try search([(["A", "B", "C"], 2, .searchEnds)])
        #expect(try asked(search) == ["A", "B", "C"])
        try search.receive(.found(target("same", by: "A", custom: "one")), from: name("A"))
        #expect(try asked(search) == ["B", "C"])
        try search.receive(.notFound, from: name("B"))
        try search.receive(.found(target("same", by: "C", custom: "other")), from: name("C"))
        let agreed = try #require(found(search))
        #expect(agreed.name == Self.path)
        #expect(agreed.length == 4)
        #expect(agreed.hashes == Hashes(of: Array("same".utf8), by: [.sha256]))
        #expect(agreed.proofs.map(\.repository.name) == ["A", "C"])
        #expect(agreed.proofs.map(\.target.file.custom) == ["one", "other"])
    }

    @Test("one repository alone, or another file beside it, is not enough for two")
    func belowThreshold() throws {
        for other in [RepositoryAnswer.notFound, try .found(target("else", by: "B"))] {
            var search = try search([(["A", "B"], 2, .searchEnds), (["C"], 1, .searchEnds)])
            try search.receive(.found(target("same", by: "A")), from: name("A"))
            try search.receive(other, from: name("B"))
            #expect(
                refusal(search)
                    == .thresholdNotReached(target: Self.path, agreeing: 1, threshold: 2)
            )
        }
    }

    @Test("files of one length and other hashes, or other lengths, do not agree")
    func disagreement() throws {
        let hashes: JSON = [
            "sha256": .string(HashAlgorithm.sha256.digest(of: Array("same".utf8)).hex)
        ]
        let longer: JSON = ["length": 5, "hashes": hashes]
        for other in [try target("emas", by: "B"), try target(longer, by: "B")] {
            var search = try search([(["A", "B"], 2, .searchEnds)])
            try search.receive(.found(target("same", by: "A")), from: name("A"))
            search.receive(.found(other), from: try name("B"))
            #expect(refusal(search) != nil)
        }
    }

    @Test("an entry that does not terminate leaves it to the next one that matches")
    func nextMapping() throws {
        var search = try search([(["A"], 1, .searchGoesOn), (["A", "B"], 1, .searchEnds)])
        try search.receive(.notFound, from: name("A"))
        #expect(try asked(search) == ["B"])
        try search.receive(.found(target("same", by: "B")), from: name("B"))
        #expect(found(search)?.proofs.map(\.repository.name) == ["B"])
    }

    @Test("an entry whose paths do not match is passed over; with none left nothing is mapped")
    func unmapped() throws {
        let text = """
            {"repositories": {"A": ["https://a.example/"]}, "mapping": [
              {"paths": ["*"], "repositories": ["A"], "threshold": 1, "terminating": true}]}
            """
        let map = try RepositoryMap(parsing: Array(text.utf8))
        let search = MultiRepositorySearch(for: Self.path, in: map)
        #expect(refusal(search) == .notMapped(target: Self.path))
    }

    @Test("two files that both reach the threshold are a conflict, whatever comes after")
    func conflict() throws {
        var search = try search([(["A", "B"], 1, .searchGoesOn), (["A"], 1, .searchEnds)])
        try search.receive(.found(target("same", by: "A")), from: name("A"))
        try search.receive(.found(target("else", by: "B")), from: name("B"))
        let groups = try [[name("A")], [name("B")]]
        #expect(refusal(search) == .conflict(target: Self.path, groups))
    }

    @Test("a repository that fails matters only where its word could have decided")
    func failure() throws {
        var decided = try search([(["A", "B"], 1, .searchEnds)])
        try decided.receive(.failed("down"), from: name("A"))
        try decided.receive(.found(target("same", by: "B")), from: name("B"))
        #expect(found(decided) != nil)

        var short = try search([(["A", "B", "C"], 3, .searchGoesOn), (["D"], 1, .searchEnds)])
        try short.receive(.failed("down"), from: name("A"))
        try short.receive(.notFound, from: name("B"))
        try short.receive(.notFound, from: name("C"))
        #expect(try asked(short) == ["D"])

        var undecided = try search([(["A", "B"], 2, .searchGoesOn), (["D"], 1, .searchEnds)])
        try undecided.receive(.failed("down"), from: name("A"))
        try undecided.receive(.found(target("same", by: "B")), from: name("B"))
        let failed = try [name("A"): "down"]
        #expect(refusal(undecided) == .undecided(target: Self.path, failed: failed))
    }

    @Test("what another repository proved, or of another target, does not count")
    func foreignProof() throws {
        let foreign = try target("same", by: "A")
        let other = try #require(
            try TUFRepository("B").target("other", in: ["other": Self.entry("same", custom: "")])
        )
        for answer in [foreign, other] {
            var search = try search([(["A", "B"], 2, .searchEnds)])
            search.receive(.found(foreign), from: try name("A"))
            search.receive(.found(answer), from: try name("B"))
            #expect(refusal(search) != nil)
        }
    }

    @Test("the first word of a repository counts")
    func firstWord() throws {
        var search = try search([(["A"], 1, .searchEnds)])
        try search.receive(.notFound, from: name("A"))
        try search.receive(.found(target("same", by: "A")), from: name("A"))
        #expect(refusal(search) != nil)
    }

    // MARK: - Helpers

    private func search(
        _ entries: [([String], Int, DelegatedRole.Termination)]
    ) throws -> MultiRepositorySearch {
        let mappings = entries.map { repositories, threshold, termination in
            JSON.object([
                .init(name: "paths", value: ["django/*"]),
                .init(name: "repositories", value: .array(repositories.map { .string($0) })),
                .init(name: "threshold", value: .integer(threshold)),
                .init(name: "terminating", value: .boolean(termination == .searchEnds)),
            ])
        }
        let names = Set(entries.flatMap(\.0))
            .map { name in
                JSON.Member(name: name, value: [.string("https://\(name).example/")])
            }
        let map = JSON.object([
            .init(name: "repositories", value: .object(names)),
            .init(name: "mapping", value: .array(mappings)),
        ])
        return MultiRepositorySearch(
            for: Self.path,
            in: try RepositoryMap(parsing: map.serialized())
        )
    }

    private func name(_ name: String) throws -> RepositoryName { try RepositoryName(name) }

    private func target(
        _ content: String,
        by repository: String,
        custom: String = ""
    ) throws -> TrustedTarget {
        try target(Self.entry(content, custom: custom), by: repository)
    }

    private func target(_ entry: JSON, by repository: String) throws -> TrustedTarget {
        let targets = JSON.object([.init(name: Self.path, value: entry)])
        return try #require(try TUFRepository(repository).target(Self.path, in: targets))
    }

    private static func entry(_ content: String, custom: String) -> JSON {
        let bytes = Array(content.utf8)
        return [
            "length": .integer(bytes.count),
            "hashes": ["sha256": .string(HashAlgorithm.sha256.digest(of: bytes).hex)],
            "custom": .string(custom),
        ]
    }

    private func asked(_ search: MultiRepositorySearch) throws -> [String] {
        guard case .ask(let repositories) = search.next() else { return [] }
        return repositories.map(\.name)
    }

    private func found(_ search: MultiRepositorySearch) -> ConsensusTarget? {
        if case .found(let target) = search.next() { target } else { nil }
    }

    private func refusal(_ search: MultiRepositorySearch) -> ConsensusError? {
        if case .refuse(let error) = search.next() { error } else { nil }
    }
}
