import Testing

/// The arrows of the architecture, read from the imports of every file.
@Suite struct ImportTests {
    @Test("no file imports what the table of its module does not have")
    func arrowsAreThoseOfTheTable() throws {
        let files = try PackageFolder.swiftFiles(under: "Sources")
        #expect(!files.isEmpty)
        let found = files.flatMap { ModuleRule.violations(in: $0, table: ModuleRule.table) }
        #expect(found.isEmpty, "\(lines: found)")
    }

    @Test("all arrows of the table point down")
    func tableHasNoCycle() {
        #expect(ModuleRule.cycle(in: ModuleRule.table) == nil)
    }

    @Test("ARCHITECTURE.md shows the same arrows")
    func pageShowsTheTable() throws {
        let page = try ArchitecturePage(markdown: PackageFolder.text(of: "ARCHITECTURE.md"))
        let table = ModuleRule.table.map { ($0.module, $0.arrows) }
        #expect(page.arrows == Dictionary(uniqueKeysWithValues: table))
    }

    @Test("a page with another arrow is told from the table")
    func otherArrowIsSeen() {
        let page = ArchitecturePage(
            markdown:
                "| module | arrows | what |\n|---|---|---|\n| `A` | `B` `C` | it |\n| `D` | | it |"
        )
        #expect(page.arrows == ["A": ["B", "C"], "D": []])
    }

    @Test("the two sides meet only in TUFCore, NotaryClient and HTTPService")
    func sidesStayApart() throws {
        let shared: Set = ["TUFCore", "NotaryClient", "HTTPService", "COpenSSL", "CSodium"]
        #expect(below("AdmissionHTTP").intersection(below("NotaryHTTP")).isSubset(of: shared))
    }

    @Test(
        "an import is read whatever stands before and after it",
        arguments: [
            "import GRDB", "public import GRDB", "@testable import GRDB",
            "  internal import struct GRDB.Row", "@_spi(X) package import GRDB",
            "@preconcurrency import class GRDB.DatabasePool",
        ]
    )
    func importIsRead(line: String) {
        #expect(
            ImportStatement.all(in: SwiftFile(path: "X.swift", text: line)).map(\.module) == [
                "GRDB"
            ]
        )
    }

    @Test("an arrow that the table lacks is found")
    func missingArrowIsFound() {
        let table = [ModuleRule("A", arrows: ["B"], others: ["Foundation"])]
        let good = SwiftFile(path: "Sources/A/X.swift", text: "import B\nimport Foundation\n")
        let bad = SwiftFile(path: "Sources/A/X.swift", text: "import B\npublic import C\n")
        let stray = SwiftFile(path: "Sources/Z/X.swift", text: "")
        #expect(ModuleRule.violations(in: good, table: table).isEmpty)
        #expect(ModuleRule.violations(in: bad, table: table).count == 1)
        #expect(ModuleRule.violations(in: stray, table: table).count == 1)
    }

    @Test("an arrow that points up is found")
    func cycleIsFound() {
        let table = [
            ModuleRule("A", arrows: ["B"]), ModuleRule("B", arrows: ["C"]),
            ModuleRule("C", arrows: ["A"]),
        ]
        #expect(ModuleRule.cycle(in: table) != nil)
    }

    private func below(_ module: String) -> Set<String> {
        let arrows = ModuleRule.table.first { $0.module == module }?.arrows ?? []
        return arrows.reduce(into: arrows) { $0.formUnion(below($1)) }
    }
}
