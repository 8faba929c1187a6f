import PolicyEngine
import TUFCore
import Testing

@Suite("Image references")
struct ImageReferenceTests {
    static let digest = String(repeating: "ab", count: 32)

    @Test(
        "every spelling has one canonical form",
        arguments: [
            ("nginx", "docker.io/library/nginx:latest"),
            ("nginx:1.25", "docker.io/library/nginx:1.25"),
            ("library/nginx", "docker.io/library/nginx:latest"),
            ("team/app", "docker.io/team/app:latest"),
            ("docker.io/nginx", "docker.io/library/nginx:latest"),
            ("index.docker.io/nginx", "docker.io/library/nginx:latest"),
            ("registry-1.docker.io/library/nginx", "docker.io/library/nginx:latest"),
            ("docker.io:443/library/nginx", "docker.io/library/nginx:latest"),
            ("INDEX.Docker.IO:443/nginx:1", "docker.io/library/nginx:1"),
            ("Quay.IO/team/app", "quay.io/team/app:latest"),
            ("quay.io:443/team/app", "quay.io/team/app:latest"),
            ("quay.io:0443/team/app", "quay.io/team/app:latest"),
            ("quay.io:8443/team/app", "quay.io:8443/team/app:latest"),
            ("docker.io:8080/nginx", "docker.io:8080/nginx:latest"),
            ("localhost/app", "localhost/app:latest"),
            ("localhost:5000/app:v1", "localhost:5000/app:v1"),
            ("Registry/app", "registry:443/app:latest"),
            ("registry:443/app", "registry:443/app:latest"),
            ("localhost:443/app", "localhost/app:latest"),
            ("[::1]:5000/app", "[::1]:5000/app:latest"),
            ("[0:0:0:0:0:0:0:1]/app", "[::1]/app:latest"),
            ("[2001:DB8::0:1]:443/a/b", "[2001:db8::1]/a/b:latest"),
            ("a.b/c__d/e-f/g---h/i.j:T_1.x-", "a.b/c__d/e-f/g---h/i.j:T_1.x-"),
            ("localhost:5000", "docker.io/library/localhost:5000"),
        ]
    )
    func canonical(text: String, expected: String) throws {
        #expect(try ImageReference(parsing: text).canonical == expected)
    }

    @Test(
        "the canonical form is its own canonical form",
        arguments: ["nginx", "Quay.io/a/b:1", "Lan/a", "lan:443/a"]
    )
    func canonicalIsStable(text: String) throws {
        let reference = try ImageReference(parsing: text)
        #expect(try ImageReference(parsing: reference.canonical) == reference)
    }

    @Test("a digest alone has no tag, and a tag beside it is kept")
    func digests() throws {
        let alone = try ImageReference(parsing: "nginx@sha256:\(Self.digest)")
        #expect(alone.tag == nil)
        #expect(alone.digest?.hex == Self.digest)
        let both = try ImageReference(parsing: "nginx:1.0@sha256:\(Self.digest)")
        #expect(both.tag == "1.0")
        #expect(both.canonical == "docker.io/library/nginx:1.0@sha256:\(Self.digest)")
        let digest = try #require(both.digest)
        #expect(both.pinned(to: digest) == "docker.io/library/nginx@sha256:\(Self.digest)")
    }

    @Test(
        "what cannot be parsed says which part is wrong",
        arguments: [
            ("", ImageReferenceError.empty),
            ("?", .invalidPathComponent("?")),
            (" nginx", .invalidPathComponent(" nginx")),
            ("nginx\n", .invalidPathComponent("nginx\n")),
            ("nginx\u{0}", .invalidPathComponent("nginx\u{0}")),
            ("NGINX", .upperCasePath("NGINX")),
            ("quay.io/Team/app", .upperCasePath("Team/app")),
            ("/nginx", .invalidPathComponent("")),
            ("quay.io/", .invalidPathComponent("")),
            ("quay.io//app", .invalidPathComponent("")),
            ("a/../b", .invalidPathComponent("..")),
            ("a___b", .invalidPathComponent("a___b")),
            ("a..b", .invalidPathComponent("a..b")),
            ("a.-b", .invalidPathComponent("a.-b")),
            ("-a", .invalidPathComponent("-a")),
            ("a_", .invalidPathComponent("a_")),
            ("nginx:", .invalidTag("")),
            ("nginx:-1", .invalidTag("-1")),
            ("nginx:a b", .invalidTag("a b")),
            ("nginx:é", .invalidTag("é")),
            ("ex_ample.com/app", .invalidHost("ex_ample.com")),
            ("-a.com/app", .invalidHost("-a.com")),
            ("a..com/app", .invalidHost("a..com")),
            ("docker.io./nginx", .invalidHost("docker.io.")),
            ("[::1/app", .invalidHost("[:")),
            ("[1::2::3]/app", .invalidHost("[1::2::3]")),
            ("[:::]/app", .invalidHost("[:::]")),
            ("[12345::]/app", .invalidHost("[12345::]")),
            ("[fe80::1%25eth0]/app", .invalidHost("[fe80::1%25eth0]")),
            ("quay.io:0/app", .invalidPort("0")),
            ("quay.io:65536/app", .invalidPort("65536")),
            ("quay.io:/app", .invalidPort("")),
            ("quay.io:8a/app", .invalidPort("8a")),
            ("nginx@", .invalidDigest("")),
            ("nginx@sha256", .invalidDigest("sha256")),
            ("nginx@sha256:1234567890", .invalidDigest("sha256:1234567890")),
            ("nginx@sha512:00", .unsupportedDigest(algorithm: "sha512")),
            (digest, .bareIdentifier),
            ("sha256:\(digest)", .bareIdentifier),
            ("sha256:4bb46517", .bareIdentifier),
            ("sha384:ab", .bareIdentifier),
            ("sha512:\(digest)\(digest)", .bareIdentifier),
            ("sha256", .bareIdentifier),
        ]
    )
    func refused(text: String, expected: ImageReferenceError) {
        #expect(throws: expected) { try ImageReference(parsing: text) }
    }

    @Test("a repository may be named like a digest where runtimes cannot take it for an image id")
    func namedLikeDigest() throws {
        for name in ["docker.io/library/sha256", "team/sha256", "quay.io/sha256"] {
            #expect(try ImageReference(parsing: "\(name):4bb46517").tag == "4bb46517")
        }
    }

    @Test("digests are 64 lower-case digits, and nothing else is taken for one")
    func digestGrammar() {
        for text in [
            "AB", "\(Self.digest)0", Self.digest.uppercased(), Self.digest.dropLast() + "g",
        ] {
            #expect(throws: ImageReferenceError.self) {
                try ImageReference(parsing: "nginx@sha256:\(text)")
            }
        }
        let twice = "nginx@sha256:\(Self.digest)@sha256:\(Self.digest)"
        #expect(throws: ImageReferenceError.self) { try ImageReference(parsing: twice) }
        let long = "nginx@sha512:" + String(repeating: "ab", count: 64)
        #expect(throws: ImageReferenceError.unsupportedDigest(algorithm: "sha512")) {
            try ImageReference(parsing: long)
        }
    }

    @Test("tags have at most 128 characters and names 255")
    func lengths() throws {
        let tag = String(repeating: "t", count: 128)
        #expect(try ImageReference(parsing: "nginx:\(tag)").tag == tag)
        #expect(throws: ImageReferenceError.invalidTag(tag + "t")) {
            try ImageReference(parsing: "nginx:\(tag)t")
        }
        let path = String(repeating: "p", count: 255 - "quay.io/".utf8.count)
        #expect(try ImageReference(parsing: "quay.io/\(path)").name.utf8.count == 255)
        #expect(throws: ImageReferenceError.nameTooLong(256)) {
            try ImageReference(parsing: "quay.io/\(path)p")
        }
    }
}
