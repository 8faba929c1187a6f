import Testing

/// docs/acceptance.md names the test that shows each capability; whether they ran is checked by
/// `scripts/test-report` on the results of the run.
@Suite struct AcceptanceTests {
    @Test("every capability names tests, and each of them exists")
    func tableIsTrue() throws {
        let table = try AcceptanceTable(markdown: PackageFolder.text(of: "docs/acceptance.md"))
        let files = try PackageFolder.swiftFiles(under: "Tests", "Benchmarks")
        let found = Self.faults(of: table, tests: Set(files.flatMap { TestName.all(in: $0.code) }))
        #expect(!table.rows.isEmpty)
        #expect(found.isEmpty, "\(lines: found)")
    }

    @Test("a row without tests and a test that does not exist are found")
    func faultsAreFound() {
        let table = AcceptanceTable(
            markdown: """
                | capability | tests |
                |---|---|
                | one | `ATests/good()`, `ATests/alsoGood(x:)` |
                | two | |
                | three | `ATests/gone()` |
                """
        )
        #expect(table.rows.map(\.capability) == ["one", "two", "three"])
        #expect(Self.faults(of: table, tests: ["ATests/good", "ATests/alsoGood"]).count == 2)
    }

    @Test("tests are read with the suite they stand in")
    func namesAreRead() {
        let text = """
            @Suite(.serialized) struct ATests {
                struct Case {
                    let x: Int
                }
                private enum Empty {}
                @Test("a", arguments: [1])
                func first(x: Int) {}
                @Test func second() {}
                func helper() {}
            }
            extension BTests {
                @Test("c") private func third() async throws {}
            }
            """
        #expect(
            TestName.all(in: MaskedCode(text)) == ["ATests/first", "ATests/second", "BTests/third"]
        )
    }

    private static func faults(of table: AcceptanceTable, tests: Set<String>) -> [String] {
        table.rows.flatMap { row in
            row.tests.isEmpty
                ? ["`\(row.capability)` names no test"]
                : row.tests.filter { !tests.contains($0) }
                    .map {
                        "`\(row.capability)` names `\($0)`, which does not exist"
                    }
        }
    }
}
