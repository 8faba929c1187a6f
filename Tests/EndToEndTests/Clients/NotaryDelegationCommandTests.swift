import TUFCore
import Testing

/// What `notary` does with delegations, at our server and at Debian's.
@Suite("notary: delegations, against both servers", .serialized)
struct NotaryDelegationCommandTests {
    private static let gun = "lab/app"
    private static let releases = "targets/releases"
    private static let sha256 = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
    private let notary: NotaryCLIPair
    private let alice: TestCertificates.Pair
    private let bob: TestCertificates.Pair

    /// A repository with two signers of `targets/releases`, for tags that begin with `v` or `rc`,
    /// and one of `targets/qa`.
    init() async throws {
        notary = try await NotaryCLIPair()
        alice = try await notary.ours.makeSigner("alice")
        bob = try await notary.ours.makeSigner("bob")
        try notary.write("hello\n", to: "file")
        try await notary("init", Self.gun, "-p")
        try await notary("key", "rotate", Self.gun, "snapshot", "-r")
        try await notary(
            "delegation",
            "add",
            Self.gun,
            Self.releases,
            alice.certificate,
            bob.certificate,
            "--paths",
            "v,rc"
        )
        try await notary(
            "delegation",
            "add",
            Self.gun,
            "targets/qa",
            alice.certificate,
            "--all-paths",
            "-p"
        )
    }

    /// The delegations of `targets`, as our own client sees them at both servers.
    private func delegations() async throws -> [[RoleName: DelegatedRole]] {
        try await notary.published(Self.gun)
            .map { repository in
                let targets = try #require(repository.roles[.targets]).targets
                let roles = targets.delegations.listed.map { ($0.name, $0) }
                return Dictionary(uniqueKeysWithValues: roles)
            }
    }

    /// A target, of one role or of the first that lists it.
    private func target(
        _ name: String,
        in role: RoleName? = nil,
        of repository: TrustedRepository
    ) throws -> TrustedTarget? {
        let search = TargetSearch(in: repository)
        guard let role else { return try search.target(named: name) }
        return try search.target(named: name, in: role)
    }

    /// The key id of the signer of `targets/qa`, as `delegation list` prints it.
    private func keyOfAlice() async throws -> String {
        let listed = try await notary("delegation", "list", Self.gun)
        let line = listed.split(separator: "\n").first { $0.hasPrefix("targets/qa") }
        return try String(#require(line?.firstMatch(of: /[0-9a-f]{64}/)).output)
    }

    @Test("delegation add: roles, keys and paths are listed, and in force")
    func add() async throws {
        let listed = try await notary("delegation", "list", Self.gun)
        #expect(listed.contains("targets/qa"))
        for roles in try await delegations() {
            let releases = try #require(roles[.releases])
            #expect(releases.keys.keys.count == 2)
            let either: [DelegatedPaths] = [.prefixes(["rc", "v"]), .prefixes(["v", "rc"])]
            #expect(either.contains(releases.paths))
            #expect(try #require(roles[RoleName("targets/qa")]).keys.keys.count == 1)
        }
    }

    @Test("--roles of add, addhash, list and remove; a path outside a delegation is refused")
    func roles() async throws {
        for signer in [alice, bob] {
            try await notary("key", "import", signer.key, "-r", "delegate")
        }
        try await notary("add", Self.gun, "v1", "file", "-r", Self.releases, "-p")
        try await notary(
            "addhash",
            Self.gun,
            "v2",
            "6",
            "--sha256",
            Self.sha256,
            "-r",
            "targets/qa,\(Self.releases)",
            "-p"
        )
        try await notary("list", Self.gun)
        #expect(try await !notary("list", Self.gun, "-r", "targets/qa").contains("v1"))
        try await notary("list", Self.gun, "-r", "targets/qa,\(Self.releases)")
        try await notary("remove", Self.gun, "v2", "-r", Self.releases, "-p")
        try await notary("add", Self.gun, "x1", "file", "-r", Self.releases, "-p", status: 1)
        for repository in try await notary.published(Self.gun) {
            let qa = try RoleName("targets/qa")
            #expect(try target("v1", in: .releases, of: repository) != nil)
            #expect(try target("v2", in: .releases, of: repository) == nil)
            #expect(try target("v2", in: qa, of: repository) != nil)
            #expect(try target("x1", of: repository) == nil)
        }
    }

    @Test("witness signs several delegated roles again, when it is published")
    func witness() async throws {
        for signer in [alice, bob] {
            try await notary("key", "import", signer.key, "-r", "delegate")
        }
        try await notary("add", Self.gun, "v1", "file", "-r", "targets/qa,\(Self.releases)", "-p")
        try await notary("witness", Self.gun, "targets/qa", Self.releases)
        try await notary("publish", Self.gun)
        for repository in try await notary.published(Self.gun) {
            for role in [RoleName.releases, try RoleName("targets/qa")] {
                #expect(repository.roles[role]?.targets.version.number == 2)
            }
        }
    }

    @Test("delegation remove takes paths and keys away, and the whole role when told to")
    func remove() async throws {
        let key = try await keyOfAlice()
        try await notary("delegation", "remove", Self.gun, Self.releases, "--paths", "rc", "-p")
        try await notary("delegation", "remove", Self.gun, Self.releases, key, "-p")
        for roles in try await delegations() {
            #expect(roles[.releases]?.paths == .prefixes(["v"]))
            #expect(roles[.releases]?.keys.keys.count == 1)
        }
        try await notary("delegation", "remove", Self.gun, Self.releases, "--all-paths", "-p")
        for roles in try await delegations() { #expect(roles[.releases]?.paths == .prefixes([])) }
        try await notary(
            "delegation",
            "remove",
            Self.gun,
            Self.releases,
            "-p",
            input: "no\n",
            status: 1
        )
        for roles in try await delegations() { #expect(roles[.releases] != nil) }
        try await notary("delegation", "remove", Self.gun, Self.releases, "-p", input: "yes\n")
        try await notary("delegation", "remove", Self.gun, "targets/qa", "-y", "-p")
        #expect(try await notary("delegation", "list", Self.gun).contains("No delegations"))
        for roles in try await delegations() { #expect(roles.isEmpty) }
    }

    @Test("delegation purge takes a key out of all roles; one without keys is left out by clients")
    func purge() async throws {
        let key = try await keyOfAlice()
        try await notary("key", "import", alice.key, "-r", "delegate")
        try await notary("add", Self.gun, "v1", "file", "-r", "targets/qa", "-p")
        try await notary("add", Self.gun, "own", "file", "-p")
        try await notary("delegation", "purge", Self.gun, "--key", key, "-p")
        try await notary("delegation", "list", Self.gun)
        #expect(try await !notary("list", Self.gun).contains("v1"))
        for repository in try await notary.published(Self.gun) {
            #expect(try target("own", of: repository) != nil)
            #expect(try target("v1", of: repository) == nil)
        }
        for roles in try await delegations() {
            #expect(roles[.releases]?.keys.keys.count == 1)
        }
    }
}
