import Testing

/// Words that are kept to the files they belong in.
@Suite struct PurityTests {
    @Test("no file has a word that the rule keeps out", arguments: TokenRule.all)
    func sourcesKeepTheRule(rule: TokenRule) throws {
        let files = try PackageFolder.swiftFiles(under: "Sources")
        let found = files.flatMap(rule.violations)
        #expect(found.isEmpty, "\(lines: found)")
    }

    @Test("every exception is a file or folder that exists", arguments: TokenRule.all)
    func exceptionsExist(rule: TokenRule) throws {
        let files = try PackageFolder.swiftFiles(under: "Sources")
        for exception in rule.exceptions {
            #expect(files.contains { $0.path.hasPrefix(exception) }, "\(exception) is gone")
        }
    }

    @Test(
        "a word that breaks purity is found",
        arguments: [
            "let now = Date()", "ContinuousClock.now", "FileManager.default", "x = getenv(name)",
            "print(x)", "Int.random(in: 0..<9)", "list.shuffled()",
            "let handle = fopen(path, mode)",
            "\"at \\(Date())\"",
        ]
    )
    func wordIsFound(line: String) {
        let file = SwiftFile(path: "Sources/TUFCore/X.swift", text: line)
        #expect(TokenRule.purity.violations(in: file).count == 1)
    }

    @Test(
        "a longer name, a comment and a string are no such word",
        arguments: ["UpdateClock", "fingerprint(x)", "// print(x)", "\"Date()\"", "/* Date() */"]
    )
    func otherWordsPass(line: String) {
        let file = SwiftFile(path: "Sources/TUFCore/X.swift", text: line)
        #expect(TokenRule.purity.violations(in: file).isEmpty)
    }

    @Test("the rule holds for its folders and not for its exceptions")
    func ruleHasItsPlace() {
        let code = "let x = unsafe pointer.pointee"
        let inside = SwiftFile(path: "Sources/TUFCore/Crypto/X.swift", text: code)
        let outside = SwiftFile(path: "Sources/TUFCore/Keys/X.swift", text: code)
        #expect(TokenRule.unsafety.violations(in: inside).isEmpty)
        #expect(TokenRule.unsafety.violations(in: outside).count == 1)
    }
}
