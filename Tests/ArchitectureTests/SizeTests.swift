import Testing

/// Files, functions and lines stay small, and files are named for what they hold.
@Suite struct SizeTests {
    @Test("files, functions and lines keep their sizes")
    func sizes() throws {
        let files = try PackageFolder.swiftFiles(under: "Sources", "Tests", "Benchmarks")
        let found = files.flatMap(SizeRule.violations)
        #expect(found.isEmpty, "\(lines: found)")
    }

    @Test("a file is named for the one type it holds")
    func names() throws {
        let files = try PackageFolder.swiftFiles(under: "Sources", "Tests", "Benchmarks")
        let found = files.flatMap(NameRule.violations)
        #expect(found.isEmpty, "\(lines: found)")
    }

    @Test("a file of 400 lines passes, one of 401 does not", arguments: [400, 401])
    func longFileIsFound(count: Int) {
        let text = String(repeating: "let x = 1\n", count: count)
        let violations = SizeRule.violations(in: SwiftFile(path: "Sources/A/X.swift", text: text))
        #expect(violations.isEmpty == (count == 400))
    }

    @Test(
        "a function of 50 lines passes, one of 51 does not",
        arguments: [
            "func f()", "init?(a: Int, b: [Int])", "static func == (a: A, b: A) -> Bool", "deinit",
            "func f<T>(\n    _ x: T\n) throws(E) -> [T]\nwhere T: P",
        ]
    )
    func longFunctionIsFound(head: String) {
        let headLines = head.split(separator: "\n").count
        for count in [50, 51] {
            let body = String(repeating: "    x()\n", count: count - headLines - 1)
            let text = "struct A {\n\(head) {\n\(body)}\n}\n"
            let file = SwiftFile(path: "Sources/A/A.swift", text: text)
            #expect(SizeRule.violations(in: file).isEmpty == (count == 50))
        }
    }

    @Test("a requirement and a call have no length")
    func requirementsHaveNoBody() {
        let text = """
            protocol P {
                func f() throws(E)
                init(_ x: Int)
                func g(x: Int = [1].map { $0 }[0])
            }
            extension X: P {
            }
            """
        #expect(FunctionExtent.all(in: MaskedCode(text)).isEmpty)
    }

    @Test("a line over 100 columns is found, but not one that only a string carries there")
    func wideLineIsFound() {
        let wide = "let x = " + String(repeating: "1 + ", count: 30) + "1"
        let string = "let x = \"" + String(repeating: "1 + ", count: 30) + "1\""
        #expect(SizeRule.violations(in: SwiftFile(path: "X.swift", text: wide)).count == 1)
        #expect(SizeRule.violations(in: SwiftFile(path: "X.swift", text: string)).isEmpty)
    }

    @Test(
        "a file that holds what its name says passes",
        arguments: [
            ("A.swift", "public struct A: Sendable {\n    struct B {}\n}\nextension A: P {}"),
            ("A.swift", "/// struct B\n@frozen public indirect enum A<T> {}\nprivate struct B {}"),
            ("A.swift", "struct A {\n    fileprivate init() {}\n}\nstruct Maker {}"),
            ("A+Text.swift", "extension A.B: P {\n    struct C {}\n}"),
            ("Array+Hex.swift", "extension [UInt8] {}"),
            ("Dictionary+Of.swift", "extension [String: String] {}"),
        ]
    )
    func goodNamePasses(file: String, text: String) {
        let file = SwiftFile(path: "Sources/M/" + file, text: text)
        #expect(NameRule.violations(in: file) == [])
    }

    @Test(
        "a file that holds something else is found",
        arguments: [
            ("A.swift", "struct A {}\nstruct B {}"), ("A.swift", "struct B {}"),
            ("A.swift", "extension A {}"), ("A+Text.swift", "struct A {}\nextension A {}"),
            ("A+Text.swift", "extension B {}"), ("A.swift", ""),
        ]
    )
    func badNameIsFound(file: String, text: String) {
        let file = SwiftFile(path: "Sources/M/" + file, text: text)
        #expect(NameRule.violations(in: file).count == 1)
    }
}
