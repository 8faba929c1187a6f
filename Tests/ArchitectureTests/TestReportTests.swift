import Foundation
import Testing

/// `scripts/test-report`, which has the last word on a run: it must not call a bad run good.
@Suite struct TestReportTests {
    private static let table = "| capability | tests |\n|---|---|\n| one | `ATests/one(x:)` |\n"
    private static let passed = "<testcase classname=\"M.ATests\" name=\"one(x:)\" time=\"0\" />"
    private static let failed = """
        <testcase classname="M.BTests" name="two()" time="0"><failure message="no" /></testcase>
        """
    private static let skipped = """
        <testcase classname="M.ATests" name="one(x:)" time="0"><skipped /></testcase>
        """

    @Test("a run in which every test passed and every promise was shown is good")
    func goodRun() async throws {
        let run = try await report(of: Self.passed)
        #expect(run.status == 0)
        #expect(run.output.hasSuffix("\n1 passed, 0 failed\n"))
    }

    @Test("a failed test fails the run and is counted")
    func failedTest() async throws {
        let run = try await report(of: Self.passed + Self.failed, status: 1)
        #expect(run.status != 0)
        #expect(run.output.hasSuffix("\n1 passed, 1 failed\n"))
    }

    @Test("a promised test that was skipped fails the run and is named")
    func skippedTest() async throws {
        let run = try await report(of: Self.skipped)
        #expect(run.status != 0)
        #expect(run.output.contains("names ATests/one, which did not run and pass"))
    }

    @Test("a promised test that is not among the results fails the run and is named")
    func missingTest() async throws {
        let run = try await report(of: Self.passed.replacing("one(x:)", with: "other()"))
        #expect(run.status != 0)
        #expect(run.output.contains("names ATests/one, which did not run and pass"))
    }

    @Test("a run that broke off fails whatever its results say")
    func brokenRun() async throws {
        let run = try await report(of: Self.passed, status: 5)
        #expect(run.status != 0)
        #expect(run.output.contains("ended with status 5"))
    }

    @Test("a run without results fails")
    func noResults() async throws {
        let run = try await report(of: nil)
        #expect(run.status != 0)
        #expect(run.output.hasSuffix("\n0 passed, 0 failed\n"))
    }

    /// Runs the script on a run with the given test cases.
    private func report(of cases: String?, status: Int = 0) async throws -> ProgramRun {
        let folder = URL(fileURLWithPath: NSTemporaryDirectory() + "report-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let table = folder.appending(path: "acceptance.md")
        try Data(Self.table.utf8).write(to: table)
        try Data("the log\n".utf8).write(to: folder.appending(path: "log"))
        if let cases {
            let results = "<testsuites><testsuite>\(cases)</testsuite></testsuites>"
            let file = folder.appending(path: "tests-swift-testing.xml")
            try Data(results.utf8).write(to: file)
        }
        return try await ProgramRun(
            ["python3", "scripts/test-report", folder.path, String(status), table.path]
        )
    }
}
