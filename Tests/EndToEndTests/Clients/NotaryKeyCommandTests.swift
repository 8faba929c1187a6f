import TUFCore
import Testing

/// What `notary` does with keys, published at our server and at Debian's.
@Suite("notary: keys, against both servers", .serialized)
struct NotaryKeyCommandTests {
    private static let gun = "lab/app"
    private let notary: NotaryCLIPair

    init() async throws {
        // What `key generate -o` writes has the passphrase of delegates, and `--rootkey` asks for
        // that of root.
        notary = try await NotaryCLIPair(passphrase: "one passphrase")
        try notary.write("hello\n", to: "file")
    }

    /// The ids of one user's keys for a role, as `key list` prints them.
    private func keys(_ role: String, of cli: NotaryCLI) async throws -> [String] {
        let lines = try await cli("key", "list").split(separator: "\n")
        return lines.filter { $0.hasPrefix(role) }
            .compactMap {
                $0.firstMatch(of: /[0-9a-f]{64}/).map { String($0.output) }
            }
    }

    /// The ids of the keys that a role of the published root has, at both servers.
    private func published(_ role: RoleName) async throws -> [[String]] {
        var found: [[String]] = []
        for repository in try await notary.published(Self.gun) {
            let keys = repository.root.trusted.root.roleKeys(of: role).keys
            found.append(keys.keys.map(\.description).sorted())
        }
        return found
    }

    /// Makes an RSA key, encrypted as Notary reads it, with a certificate for the repository.
    private func makeRoot() async throws -> (key: String, certificate: String) {
        let home = notary.ours.home
        let plain = home.path("plain.pem")
        let pair = (key: home.path("root.pem"), certificate: home.path("root.crt"))
        try await Tool.openssl.succeed(
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=lab\\/app",
                "-extensions", "usr_cert", "-days", "3650", "-keyout", plain, "-out",
                pair.certificate,
            ],
            home: home
        )
        try await Tool.openssl.succeed(
            [
                "rsa", "-in", plain, "-aes256", "-traditional", "-passout", "pass:one passphrase",
                "-out", pair.key,
            ],
            home: home
        )
        return pair
    }

    @Test("init --rootkey publishes under a key that key generate -o wrote")
    func rootKey() async throws {
        try await notary("key", "generate", "ecdsa", "-r", "root", "-o", "mine")
        try await notary("init", Self.gun, "--rootkey", "mine-key.pem", "-p")
        try await notary("list", Self.gun)
        try await notary("list", Self.gun)
        #expect(try await published(.root).map(\.count) == [1, 1])
        #expect(try await keys("root", of: notary.ours).count == 1)
    }

    @Test("init --rootcert publishes the certificate it is given, and refuses that of another key")
    func rootCertificate() async throws {
        let root = try await makeRoot()
        let arguments = ["--rootkey", root.key, "--rootcert", root.certificate, "-p"]
        try await notary.each { _ in ["init", Self.gun] + arguments }
        let trusted = try await published(.root)
        #expect(trusted[0] == trusted[1] && trusted[0].count == 1)
        let other = try await notary.ours.makeSigner("other").certificate
        try await notary(
            "init",
            "lab/two",
            "--rootkey",
            root.key,
            "--rootcert",
            other,
            "-p",
            status: 1
        )
        try await notary("list", "lab/two", status: 1)
    }

    @Test("a generated root key is used by init, and key list shows whose is which")
    func generate() async throws {
        try await notary("key", "generate")
        try await notary("key", "generate", "ecdsa", "-r", "targets")
        try await notary("key", "generate", "rsa", status: 1)
        try await notary("init", Self.gun, "-p")
        try await notary("key", "list")
        for user in notary.users { #expect(try await keys("root", of: user.cli).count == 1) }
    }

    @Test("key rotate -k takes a given key, as for targets, or else makes one")
    func rotateTargets() async throws {
        try await notary("init", Self.gun, "-p")
        let first = try await published(.targets)
        try await notary("key", "rotate", Self.gun, "targets")
        let second = try await published(.targets)
        #expect(Set(first + second).count == 4)
        try await notary("key", "generate", "ecdsa", "-r", "targets", "-o", "next")
        try await notary("key", "rotate", Self.gun, "targets", "-k", "next-key.pem")
        let third = try await published(.targets)
        #expect(Set(first + second + third).count == 6)
        #expect(try await keys("targets", of: notary.ours).contains(third[0][0]))
        try await notary("add", Self.gun, "v1", "file", "-p")
        try await notary.strangers()("lookup", Self.gun, "v1")
    }

    @Test("key rotate of snapshot to the server and back, of timestamp at the server only")
    func rotateOnline() async throws {
        try await notary("init", Self.gun, "-p")
        let own = try await published(.snapshot)
        try await notary("key", "rotate", Self.gun, "snapshot", "-r")
        let served = try await published(.snapshot)
        try await notary("key", "rotate", Self.gun, "snapshot")
        let again = try await published(.snapshot)
        #expect(Set(own + served + again).count == 6)
        #expect(try await keys("snapshot", of: notary.ours) == again[0])
        try await notary("key", "rotate", Self.gun, "timestamp", status: 1)
        let before = try await published(.timestamp)
        try await notary("key", "rotate", Self.gun, "timestamp", "-r")
        #expect(try await Set(before + published(.timestamp)).count == 4)
        try await notary("key", "rotate", Self.gun, "targets", "-r", status: 1)
        try await notary("add", Self.gun, "v1", "file", "-p")
        try await notary.strangers()("lookup", Self.gun, "v1")
    }

    @Test("key rotate of root asks first; -l signs with old roots for those who come late")
    func rotateRoot() async throws {
        try await notary("init", Self.gun, "-p")
        let reader = try notary.strangers()
        try await reader("list", Self.gun)
        let first = try await published(.root)
        try await notary("key", "rotate", Self.gun, "root", input: "no\n")
        #expect(try await published(.root) == first)
        try await notary("key", "rotate", Self.gun, "root", input: "yes\n")
        try await notary("key", "rotate", Self.gun, "root", "-l", "2", input: "yes\n")
        #expect(try await Set(first + published(.root)).count == 4)
        try await notary("add", Self.gun, "v1", "file", "-p")
        try await reader("lookup", Self.gun, "v1")
        for repository in try await notary.published(Self.gun) {
            #expect(repository.root.trusted.root.version.number == 3)
        }
    }

    @Test("key export and import carry a repository to another machine, which publishes there")
    func exportAndImport() async throws {
        try await notary("init", Self.gun, "-p")
        try await notary("key", "export", "--gun", Self.gun, "-o", "all.pem")
        let other = try notary.strangers()
        for (from, to) in zip(notary.users, other.users) {
            try to.cli.home.write(from.cli.home.bytes(of: "all.pem"), to: "all.pem")
            let key = try await keys("targets", of: from.cli)[0]
            let exported = try await from.cli("key", "export", "--key", key)
            #expect(exported.contains("role: targets") && exported.contains("gun: lab/app"))
        }
        try other.write("hello\n", to: "file")
        try await other("key", "import", "all.pem")
        #expect(
            try await keys("targets", of: other.ours) == keys("targets", of: notary.ours)
        )
        try await other("add", Self.gun, "v1", "file", "-p")
        try await notary("lookup", Self.gun, "v1")
    }

    @Test("a key without headers is imported for the role and repository that are given")
    func importWithOptions() async throws {
        try await notary("init", Self.gun, "-p")
        let key = try await notary.ours.makeSigner("signer").key
        try await notary("key", "import", key, "-r", "targets", "-g", Self.gun)
        #expect(try await keys("targets", of: notary.ours).count == 2)
        try await notary("key", "rotate", Self.gun, "targets", "-k", key)
        let trusted = try await published(.targets)
        #expect(trusted[0] == trusted[1] && trusted[0].count == 1)
    }

    @Test("key passwd and key remove: nobody publishes with a key that is gone")
    func passwordAndRemove() async throws {
        try await notary("init", Self.gun, "-p")
        try await notary.each { ["key", "passwd", try await keys("targets", of: $0)[0]] }
        try await notary("add", Self.gun, "v1", "file", "-p")
        try await notary.each(input: "no\n") {
            ["key", "remove", try await keys("targets", of: $0)[0]]
        }
        #expect(try await keys("targets", of: notary.ours).count == 1)
        try await notary.each(input: "yes\n") {
            ["key", "remove", try await keys("targets", of: $0)[0]]
        }
        #expect(try await keys("targets", of: notary.ours).isEmpty)
        try await notary("add", Self.gun, "v2", "file", "-p", status: 1)
        let search = try await notary.strangers()("list", Self.gun)
        #expect(search.contains("v1") && !search.contains("v2"))
    }
}
