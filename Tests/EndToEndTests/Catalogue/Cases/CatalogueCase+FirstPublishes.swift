import NotaryService
import NotaryTesting
import TUFCore

extension CatalogueCase {
    /// Publishes to a repository that does not exist.
    static let firstPublishes =
        wholeFirstPublishes + firstRoots + rootKeys + files + firstTargets + firstSnapshots
        + spellings

    /// Which files are there.
    private static let wholeFirstPublishes: [CatalogueCase] = [
        first("all"),
        first("no-root") { $0.sent.remove("root") },
        first("no-targets") { $0.sent.remove("targets") },
        first("no-snapshot") { $0.sent.remove("snapshot") },
        first("root-only") { $0.sent = ["root"] },
        first("targets-only") { $0.sent = ["targets"] },
        first("snapshot-only") { $0.sent = ["snapshot"] },
        first("nothing") { $0.sent = [] },
        first("server-snapshot") { $0.leaveSnapshot() },
        first("server-snapshot-root-only") {
            $0.leaveSnapshot()
            $0.sent = ["root"]
        },
        first("server-snapshot-sent-anyway") {
            $0.leaveSnapshot()
            $0.sent.insert("snapshot")
        },
        first("versions-of-2") {
            $0.testTargets.version = 2
            $0.snapshotVersion = 2
        },
        first("versions-of-9") {
            $0.testTargets.version = 9
            $0.snapshotVersion = 7
        },
        first("root-twice") { recipe in
            recipe.others = [recipe.root]
        },
        first("root-twice-first-bad") { recipe in
            let good = recipe.root
            recipe.root.signed["version"] = 7
            recipe.others = [good]
        },
        first("root-twice-last-bad") { recipe in
            var bad = recipe.root
            bad.signed["version"] = 7
            recipe.others = [bad]
        },
        first("targets-twice") { recipe in
            var second = recipe.targets
            second.signed["version"] = 2
            recipe.others = [second]
        },
        first("timestamp-sent") { recipe in
            let stranger = recipe.keys.stranger
            let signed: JSON = ["_type": "Timestamp", "version": 9, "meta": [:]]
            recipe.others = [
                RecipeFile(roleName: "timestamp", signed: signed, signers: [stranger])
            ]
        },
        first("timestamp-is-no-object") { recipe in
            recipe.raw = [.init(name: "timestamp", bytes: Array("[]".utf8))]
        },
        first("delegation") { $0.delegate("targets/releases", to: $0.keys.alice) },
        first("delegation-server-snapshot") {
            $0.leaveSnapshot()
            $0.delegate("targets/releases", to: $0.keys.alice)
        },
        first("delegation-of-delegation") { recipe in
            recipe.delegate("targets/a", to: recipe.keys.alice)
            var middle = TestTargets("targets/a")
            middle.delegations = [.init("targets/a/b", to: recipe.keys.bob.key)]
            recipe.others[0].signed = middle.signed
            recipe.add("targets/a/b", by: recipe.keys.bob)
        },
        first("delegation-without-parent") { recipe in
            recipe.delegate("targets/a/b", to: recipe.keys.alice)
            recipe.testTargets.delegations = []
        },
        first("delegation-unknown") { $0.add("targets/a", by: $0.keys.alice) },
        first("json-suffix") { recipe in
            recipe.root.roleName = "root.json"
            recipe.targets.roleName = "targets.json"
            recipe.leaveSnapshot()
        },
    ]

    /// What is wrong with a root in itself.
    private static let firstRoots: [CatalogueCase] = [
        first("root-version-2") { $0.testRoot.version = 2 },
        first("root-version-3") { $0.testRoot.version = 3 },
        first("root-version-negative") { $0.testRoot.version = -1 },
        first("root-version-missing") { $0.root.signed["version"] = nil },
        first("root-version-text") { $0.root.signed["version"] = "1" },
        first("root-version-null") { $0.root.signed["version"] = .null },
        first("root-type") { $0.testRoot.type = "root" },
        first("root-type-targets") { $0.testRoot.type = "Targets" },
        first("root-type-missing") { $0.root.signed["_type"] = nil },
        first("root-type-markup") { $0.testRoot.type = "<b>&\u{2028}" },
        first("root-expired") { $0.testRoot.expires = UTCTime(seconds: 1_600_000_000) },
        first("root-expires-missing") { $0.root.signed["expires"] = nil },
        first("root-expires-null") { $0.root.signed["expires"] = .null },
        first("root-expires-text") { $0.root.signed["expires"] = "tomorrow" },
        first("root-expires-number") { $0.root.signed["expires"] = 1 },
        first("root-expires-offset") { $0.root.signed["expires"] = "2099-01-01T00:00:00+02:00" },
        first("root-expires-fraction") { $0.root.signed["expires"] = "2099-01-01T00:00:00.100Z" },
        first("root-expires-year-10000") { $0.root.signed["expires"] = "10000-01-01T00:00:00Z" },
        first("root-expires-leap-second") { $0.root.signed["expires"] = "2099-12-31T23:59:60Z" },
        first("root-expires-feb-30") { $0.root.signed["expires"] = "2099-02-30T00:00:00Z" },
        first("root-expires-lower-case") { $0.root.signed["expires"] = "2099-01-01t00:00:00z" },
        first("root-no-consistent-snapshot") { $0.root.signed["consistent_snapshot"] = nil },
        first("root-consistent-snapshot") { $0.root.signed["consistent_snapshot"] = true },
        first("root-consistent-snapshot-text") { $0.root.signed["consistent_snapshot"] = "x" },
        first("root-unknown-member") { $0.root.signed["spec_version"] = "1.0.0" },
        first("root-no-keys") { $0.root.signed["keys"] = nil },
        first("root-keys-null") { $0.root.signed["keys"] = .null },
        first("root-keys-list") { $0.root.signed["keys"] = [] },
        first("root-keys-empty") { $0.root.signed["keys"] = [:] },
        first("root-no-roles") { $0.root.signed["roles"] = nil },
        first("root-roles-list") { $0.root.signed["roles"] = [] },
        first("root-no-root-role") { $0.root.signed["roles", "root"] = nil },
        first("root-no-targets-role") { $0.root.signed["roles", "targets"] = nil },
        first("root-no-snapshot-role") { $0.root.signed["roles", "snapshot"] = nil },
        first("root-no-timestamp-role") { $0.root.signed["roles", "timestamp"] = nil },
        first("root-null-role") { $0.root.signed["roles", "snapshot"] = .null },
        first("root-text-role") { $0.root.signed["roles", "snapshot"] = "x" },
        first("root-mirrors-role") {
            $0.root.signed["roles", "mirrors"] = ["keyids": [], "threshold": 1]
        },
        first("root-other-role") {
            $0.root.signed["roles", "x y"] = ["keyids": [], "threshold": 0]
        },
        first("root-threshold-0") { $0.testRoot.targets.threshold = 0 },
        first("root-threshold-negative") { $0.testRoot.timestamp.threshold = -1 },
        first("root-threshold-missing") {
            $0.root.signed["roles", "targets", "threshold"] = nil
        },
        first("root-threshold-text") { $0.root.signed["roles", "targets", "threshold"] = "1" },
        first("root-unknown-keyid") {
            $0.root.signed["roles", "targets", "keyids"] = [
                .string(String(repeating: "0", count: 64))
            ]
        },
        first("root-odd-keyid") { $0.root.signed["roles", "targets", "keyids"] = ["x<y"] },
        first("root-keyids-empty") { $0.root.signed["roles", "targets", "keyids"] = [] },
        first("root-keyids-missing") { $0.root.signed["roles", "targets", "keyids"] = nil },
        first("root-keyids-null") { $0.root.signed["roles", "targets", "keyids"] = .null },
        first("root-keyids-number") { $0.root.signed["roles", "targets", "keyids"] = [1] },
        first("root-keyids-of-root-empty") { $0.root.signed["roles", "root", "keyids"] = [] },
        first("root-keyid-twice") { recipe in
            let id = JSON.string(recipe.keys.root.key.id.hex)
            recipe.root.signed["roles", "root", "keyids"] = [id, id]
        },
    ]
}
