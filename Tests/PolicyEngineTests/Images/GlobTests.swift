import Testing

@testable import PolicyEngine

@Suite("Globs")
struct GlobTests {
    @Test(
        "stars stand for any run, and the rest for itself",
        arguments: [
            ("*a*", "a", true), ("*a*", "b", false), ("a*a", "a", false), ("a*a", "aa", true),
            ("a**b", "ab", true), ("**", "", true), ("a*b*c", "abcabc", true),
            ("a*bc*c", "abc", false), ("*ab", "aab", true), ("ab*ab*ab", "ababab", true),
            ("ab*ab*ab", "abab", false), ("a*", "", false), ("", "a", false), ("", "", true),
        ]
    )
    func matches(pattern: String, text: String, expected: Bool) {
        #expect(Glob(pattern).matches(text) == expected)
    }
}
