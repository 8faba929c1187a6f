import Foundation
import Testing

/// The articles of TUFCore's documentation say what is so.
@Suite struct ArticleTests {
    private static let folder = "Sources/TUFCore/TUFCore.docc"
    private static let tables = ["KnownAttacks.md", "Limits.md", "SpecCoverage.md"]

    private static let symbols = Result {
        try SymbolIndex(PackageFolder.swiftFiles(under: "Sources/TUFCore"))
    }
    private static let tests = Result {
        try Set(
            PackageFolder.swiftFiles(under: "Tests", "Benchmarks")
                .flatMap { TestName.all(in: $0.code) }
        )
    }

    @Test("every function, test and vector that a table names exists", arguments: tables)
    func tablesAreTrue(page: String) throws {
        let rows = MarkdownTables(markdown: try PackageFolder.text(of: "\(Self.folder)/\(page)"))
            .rows
        #expect(!rows.isEmpty)
        let found = Self.faults(
            of: rows,
            symbols: try Self.symbols.get(),
            tests: try Self.tests.get(),
            vectors: try Self.vectors()
        )
        #expect(found.isEmpty, "\(lines: found)")
    }

    @Test("every code block of an article is a snippet that compiles in the tests")
    func codeIsThatOfTheTests() throws {
        let snippets = try Set(
            PackageFolder.swiftFiles(under: "Tests/TUFCoreTests/Documentation")
                .flatMap { Snippets.all(in: try PackageFolder.text(of: $0.path)) }
        )
        let manager = FileManager.default
        let folder = PackageFolder.path + "/" + Self.folder
        let pages = try manager.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
        var shown: Set<String> = []
        for page in pages.map({ "\(Self.folder)/\($0)" }) + ["README.md"] {
            let blocks = Snippets.blocks(in: try PackageFolder.text(of: page))
            for block in blocks where !snippets.contains(block) {
                Issue.record("\(page) has code that is no snippet of the tests:\n\(block)")
            }
            shown.formUnion(blocks)
        }
        #expect(snippets.subtracting(shown).isEmpty, "no article shows these snippets")
        #expect(!shown.isEmpty)
    }

    @Test("a row that names what is not there is found, and one without a test")
    func faultsAreFound() {
        let page = """
            | what | function | vectors | tests |
            |---|---|---|---|
            | good | `A.f(x:)`, `A.init`, `A` | `v1` | `T/one()` |
            | bad | `A.g(x:)`, `B` | `v2` | `T/two()` |
            | none | `A.x` | | |
            """
        let code = "struct A {\n    let x = 1\n    init() {}\n    func f(x: Int) {}\n}\n"
        let found = Self.faults(
            of: MarkdownTables(markdown: page).rows,
            symbols: SymbolIndex([SwiftFile(path: "Sources/A/A.swift", text: code)]),
            tests: ["T/one"],
            vectors: ["v1"]
        )
        #expect(found.count == 5, "\(lines: found)")
    }

    @Test("snippets lose the indentation they share, blocks are those of Swift")
    func snippetsAreRead() {
        let source =
            "enum A {\n    // snippet: f\n    func f() {\n        g()\n    }\n    // end\n}\n"
        #expect(Snippets.all(in: source) == ["func f() {\n    g()\n}"])
        let page = "Text\n\n```swift\nfunc f() {\n    g()\n}\n```\n\n```sh\nls\n```\n"
        #expect(Snippets.blocks(in: page) == ["func f() {\n    g()\n}"])
    }

    private static func faults(
        of rows: [MarkdownTables.Row],
        symbols: SymbolIndex,
        tests: Set<String>,
        vectors: Set<String>
    ) -> [String] {
        rows.flatMap { row in
            let named = (row.codes(in: "tests") ?? []).map { String($0.prefix { $0 != "(" }) }
            let functions = row.codes(in: "function") ?? []
            var faults = functions.filter { !symbols.contains($0) }.map { "no function `\($0)`" }
            faults += (row.codes(in: "vectors") ?? []).filter { !vectors.contains($0) }
                .map { "no vector `\($0)`" }
            faults += named.filter { !tests.contains($0) }.map { "no test `\($0)`" }
            if named.isEmpty { faults.append("a row names no test: \(row.cells)") }
            return faults
        }
    }

    private static func vectors() throws -> Set<String> {
        let folder = PackageFolder.path + "/Tests/TUFCoreTests/Vectors/"
        return Set(
            try ["tuf", "notary/tampered", "notary/good"]
                .flatMap { try FileManager.default.contentsOfDirectory(atPath: folder + $0) }
        )
    }
}
