import PolicyEngine
import Testing

@Suite("Patterns")
struct ImagePatternTests {
    @Test(
        "a pattern matches by host, path and tag, each on its own",
        arguments: [
            ("*", "attacker.com/x/y:1", true),
            ("nginx", "nginx", true),
            ("nginx", "docker.io/library/nginx:1.2", true),
            ("nginx", "quay.io/library/nginx", false),
            ("library/*", "nginx", true),
            ("library/*", "quay.io/library/nginx", false),
            ("docker.io/*", "nginx", true),
            ("docker.io/*", "index.docker.io/team/app", true),
            ("docker.io/*", "DOCKER.IO:443/team/app", true),
            ("docker.io/ngin*", "nginx", true),
            ("docker.io/team*", "team-a/app", true),
            ("index.docker.io/nginx", "nginx", true),
            ("Quay.io:443/team/*", "quay.io/team/app", true),
            ("quay.io/team/*", "quay.io/team/a/b/c", true),
            ("quay.io/team/*", "quay.io/team", false),
            ("quay.io/team/app:1.*", "quay.io/team/app:1.2", true),
            ("quay.io/team/app:1.*", "quay.io/team/app:2.1", false),
            ("quay.io/team/app:*", "quay.io/team/app", true),
            ("*/team/app", "quay.io/team/app", true),
            ("*:5000/app", "localhost:5000/app", true),
            ("*:latest", "quay.io/team/app", true),
            ("*:latest", "quay.io/team/app:1", false),
            ("*.example.com/*", "example.com/app", false),
            ("registry*.example.com/*", "registry.attacker.com/x.example.com/app", false),
            (
                "*.trusted.example.com/x/*",
                "attacker.com/y.trusted.example.com/x/malware", false
            ),
            ("*.trusted.example.com/x/*", "y.trusted.example.com/x/app", true),
            ("team-*/app", "team-evil.com/app", false),
            ("team-*/app", "team-a/app", true),
            ("[::1]:5000/*", "[0:0::1]:5000/app", true),
            ("Registry/*", "registry:443/app", true),
            ("registry:443/*", "Registry/app", true),
            ("*gistry:443/*", "registry:443/app", true),
            ("registry/*", "registry:443/app", false),
        ]
    )
    func matches(pattern: String, image: String, expected: Bool) throws {
        let pattern = try ImagePattern(parsing: pattern)
        #expect(try pattern.matches(ImageReference(parsing: image)) == expected)
    }

    @Test("a pattern for tags does not match a digest alone; one for every tag does")
    func digestAlone() throws {
        let digest = String(repeating: "ab", count: 32)
        let image = try ImageReference(parsing: "nginx@sha256:\(digest)")
        #expect(try ImagePattern(parsing: "nginx").matches(image))
        #expect(try ImagePattern(parsing: "nginx:*").matches(image))
        #expect(try !ImagePattern(parsing: "nginx:1.0").matches(image))
        #expect(try !ImagePattern(parsing: "nginx:1.*").matches(image))
    }

    @Test(
        "what can be no pattern says why",
        arguments: [
            ("", ImagePatternError.empty),
            ("nginx@sha256:00", .hasDigest("nginx@sha256:00")),
            ("quay.io/Team/*", .impossible("quay.io/Team/*")),
            ("quay.io/", .impossible("quay.io/")),
            ("nginx:", .impossible("nginx:")),
            ("nginx: 1", .impossible("nginx: 1")),
            ("a b.com/x", .invalidHost(.invalidHost("a b.com"))),
            ("*.a b.com/x", .impossible("*.a b.com")),
            (String(repeating: "a", count: 513), .tooLong(513)),
            ("quay.io*", .hostWithoutPath("quay.io*")),
            ("quay.io", .hostWithoutPath("quay.io")),
            ("*.example.com", .hostWithoutPath("*.example.com")),
            ("registry.example.com:5000*", .hostWithoutPath("registry.example.com:5000*")),
        ]
    )
    func refused(text: String, expected: ImagePatternError) {
        #expect(throws: expected) { try ImagePattern(parsing: text) }
    }

    @Test("a pattern made to be slow takes no more steps than its length times the image's")
    func hostileGlob() throws {
        let pattern = try ImagePattern(
            parsing: "quay.io/" + String(repeating: "a*", count: 200) + "b"
        )
        let image = try ImageReference(parsing: "quay.io/" + String(repeating: "a", count: 240))
        #expect(!pattern.matches(image))
    }
}
