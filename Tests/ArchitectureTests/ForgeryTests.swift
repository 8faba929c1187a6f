import Foundation
import Testing

/// Proofs cannot be forged: each file of MustNotCompile is one way to try, and the compiler
/// refuses it for the reason that the file gives.
@Suite struct ForgeryTests {
    static let folder = "Tests/ArchitectureTests/MustNotCompile"

    static var attempts: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: PackageFolder.path + "/" + folder)
                .filter { $0.hasSuffix(".swift") && $0 != "Control.swift" }.sorted()
        }
    }

    @Test("what uses the proofs as they are meant compiles")
    func controlCompiles() async throws {
        let check = try await Typechecker(checking: Self.folder + "/Control.swift")
        #expect(check.isAccepted, "\(check.diagnostics)")
    }

    @Test("a forged proof does not compile", arguments: try ForgeryTests.attempts)
    func forgeryIsRefused(file: String) async throws {
        let path = Self.folder + "/" + file
        let text = try PackageFolder.text(of: path)
        let expected = try #require(text.firstMatch(of: /(?m)^\/\/ expect: (.+)$/)).1
        let check = try await Typechecker(checking: path)
        #expect(!check.isAccepted)
        #expect(check.diagnostics.contains(expected), "\(check.diagnostics)")
    }

    @Test("there are attempts to refuse")
    func attemptsExist() throws {
        #expect(try Self.attempts.count >= 5)
    }
}
