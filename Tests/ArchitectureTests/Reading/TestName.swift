/// The name of a test as docs/acceptance.md writes it.
enum TestName {
    /// The `Suite/function` of every `@Test` in masked code; its suite is the type before it.
    static func all(in code: MaskedCode) -> [String] {
        let type = /^(?:.*\s)?(?:struct|class|enum|actor|extension)\s+([\w.]+)[^{]*\{/
        var suite = ""
        var isTest = false
        return code.lines.compactMap { line in
            if let match = line.firstMatch(of: type) { suite = String(match.1) }
            if line.contains("@Test") { isTest = true }
            guard isTest, let match = line.firstMatch(of: /\bfunc\s+(\w+)/) else { return nil }
            isTest = false
            return suite + "/" + match.1
        }
    }
}
