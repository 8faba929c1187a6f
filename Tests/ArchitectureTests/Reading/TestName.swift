/// The name of a test as docs/acceptance.md writes it.
enum TestName {
    /// The `Suite/function` of every `@Test` in masked code; its suite is the type it stands in.
    static func all(in code: MaskedCode) -> [String] {
        let type = /^(?:.*\s)?(?:struct|class|enum|actor|extension)\s+([\w.]+)[^{]*\{/
        var open: [(type: String, depth: Int)] = []
        var depth = 0
        var isTest = false
        var names: [String] = []
        for line in code.lines {
            if let match = line.firstMatch(of: type) { open.append((String(match.1), depth)) }
            if line.contains("@Test") { isTest = true }
            if isTest, let match = line.firstMatch(of: /\bfunc\s+(\w+)/) {
                names.append("\(open.last?.type ?? "")/\(match.1)")
                isTest = false
            }
            depth += line.count { $0 == "{" } - line.count { $0 == "}" }
            while let last = open.last, depth <= last.depth { open.removeLast() }
        }
        return names
    }
}
