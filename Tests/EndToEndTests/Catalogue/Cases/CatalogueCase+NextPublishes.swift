import NotaryService
import NotaryTesting
import TUFCore

extension CatalogueCase {
    /// Publishes to a repository that exists.
    static let nextPublishes = nextFiles + rotations + handovers + delegated + sequences

    /// After a first publish whose snapshot the server signs.
    private static func served(_ name: String, _ change: @escaping Change) -> CatalogueCase {
        next("served-\(name)", after: { $0.leaveSnapshot() }, change)
    }

    private static let nextFiles: [CatalogueCase] = [
        next("all"),
        next("same-versions") {
            $0.testTargets.version = 1
            $0.snapshotVersion = 1
        },
        next("same-targets") { $0.testTargets.version = 1 },
        next("same-snapshot") { $0.snapshotVersion = 1 },
        next("skipped-versions") {
            $0.testTargets.version = 7
            $0.snapshotVersion = 5
        },
        next("lower-targets", after: { $0.testTargets.version = 4 }, { _ in }),
        next("nothing") { $0.sent = [] },
        next("targets-only") { $0.sent = ["targets"] },
        next("snapshot-only") { $0.sent = ["snapshot"] },
        next("snapshot-only-wrong-targets-hash") { recipe in
            recipe.sent = ["snapshot"]
            recipe.editSnapshot = {
                $0.signed["meta", "targets", "hashes", "sha256"] =
                    $0.signed[
                        "meta",
                        "root",
                        "hashes",
                        "sha256"
                    ]
            }
        },
        next("snapshot-only-wrong-root-hash") { recipe in
            recipe.sent = ["snapshot"]
            recipe.editSnapshot = {
                $0.signed["meta", "root", "hashes", "sha256"] =
                    $0.signed[
                        "meta",
                        "targets",
                        "hashes",
                        "sha256"
                    ]
            }
        },
        served("targets") { $0.sent = ["targets"] },
        served("same-targets") {
            $0.sent = ["targets"]
            $0.testTargets.version = 1
        },
        served("nothing") { $0.sent = [] },
        served("snapshot-sent") { _ in },
        next("expired-targets") { $0.testTargets.expires = UTCTime(seconds: 1_600_000_000) },
        next("other-signer") { $0.targets.signers = [$0.keys.stranger] },
        next("bad-then-what-is-stored") {
            $0.targets.signed["_type"] = "x"
            $0.snapshotSigners = [$0.keys.stranger]
        },
        next("timestamp-sent") { recipe in
            recipe.others = [
                RecipeFile(roleName: "timestamp", signed: [:], signers: [recipe.keys.stranger])
            ]
        },
    ]

    /// Roots after the first; ``PublishRecipe/root`` is version 2 here.
    private static func rotation(_ name: String, _ change: @escaping Change) -> CatalogueCase {
        next("root-\(name)") { recipe in
            recipe.sent = ["root", "snapshot"]
            try change(&recipe)
        }
    }

    private static let rotations: [CatalogueCase] = [
        rotation("same-keys") { _ in },
        rotation("same-version") { $0.testRoot.version = 1 },
        rotation("same-bytes") { recipe in
            recipe.raw = recipe.stored.filter { $0.name == "root" }
            recipe.sent = ["snapshot"]
        },
        rotation("skipped-version") { $0.testRoot.version = 3 },
        rotation("version-0") { $0.testRoot.version = 0 },
        rotation("without-snapshot") { $0.sent = ["root"] },
        rotation("with-targets") { $0.sent.insert("targets") },
        rotation("new-key-signed-by-both") { recipe in
            recipe.testRoot.root = TestRole([recipe.keys.nextRoot.key])
            recipe.root.signers = [recipe.keys.root, recipe.keys.nextRoot]
        },
        rotation("new-key-signed-by-new") { recipe in
            recipe.testRoot.root = TestRole([recipe.keys.nextRoot.key])
            recipe.root.signers = [recipe.keys.nextRoot]
        },
        rotation("new-key-signed-by-old") { recipe in
            recipe.testRoot.root = TestRole([recipe.keys.nextRoot.key])
        },
        rotation("same-key-signed-by-stranger") { $0.root.signers = [$0.keys.stranger] },
        rotation("no-signature") { $0.root.signers = [] },
        rotation("expired") { $0.testRoot.expires = UTCTime(seconds: 1_600_000_000) },
        rotation("key-of-other-name") { recipe in
            let other = try CatalogueKeys.rootKey("lab/other")
            recipe.testRoot.root = TestRole([other.key])
            recipe.root.signers = [recipe.keys.root, other]
        },
        rotation("bare-key") { recipe in
            let bare = try CatalogueKeys.key()
            recipe.testRoot.root = TestRole([bare.key])
            recipe.root.signers = [recipe.keys.root, bare]
        },
        rotation("threshold-2") { recipe in
            recipe.testRoot.root = TestRole(
                [recipe.keys.root.key, recipe.keys.nextRoot.key],
                threshold: 2
            )
            recipe.root.signers = [recipe.keys.root, recipe.keys.nextRoot]
        },
        rotation("new-targets-key-with-targets") { recipe in
            recipe.testRoot.targets = TestRole([recipe.keys.nextTargets.key])
            recipe.targets.signers = [recipe.keys.nextTargets]
            recipe.sent.insert("targets")
        },
        rotation("new-targets-key-without-targets") { recipe in
            recipe.testRoot.targets = TestRole([recipe.keys.nextTargets.key])
        },
        rotation("new-targets-key-old-signer") { recipe in
            recipe.testRoot.targets = TestRole([recipe.keys.nextTargets.key])
            recipe.sent.insert("targets")
        },
        rotation("new-snapshot-key") { recipe in
            recipe.testRoot.snapshot = TestRole([recipe.keys.stranger.key])
            recipe.snapshotSigners = [recipe.keys.stranger]
        },
        rotation("new-snapshot-key-old-signer") { recipe in
            recipe.testRoot.snapshot = TestRole([recipe.keys.stranger.key])
        },
        rotation("timestamp-key-not-the-servers") { recipe in
            recipe.testRoot.timestamp = TestRole([recipe.keys.stranger.key])
        },
        rotation("version-text") { $0.root.signed["version"] = "2" },
        rotation("type") { $0.testRoot.type = "root" },
        rotation("no-snapshot-role") { $0.root.signed["roles", "snapshot"] = nil },
        CatalogueCase("next/root-three-times") { steps in
            let keys = steps.keys
            try await steps.publish()
            for (version, signers) in [(2, [keys.root, keys.nextRoot]), (3, [keys.nextRoot])] {
                try await steps.publish(version: version) { recipe in
                    recipe.sent = ["root", "snapshot"]
                    recipe.testRoot.root = TestRole([keys.nextRoot.key])
                    recipe.root.signers = signers
                }
            }
            try await steps.publish(version: 4) { $0.sent = ["root", "snapshot"] }
            for version in 1...4 { steps.send("GET", "\(version).root.json") }
        },
    ]

    /// The snapshot's key goes to the server and back.
    private static let handovers: [CatalogueCase] = [
        next("handover") { recipe in
            recipe.leaveSnapshot()
            recipe.sent = ["root"]
        },
        next("handover-with-targets") { recipe in
            recipe.leaveSnapshot()
            recipe.sent = ["root", "targets"]
        },
        served("handover-back") { $0.sent = ["root", "snapshot"] },
        served("handover-back-without-snapshot") {
            $0.sent = ["root"]
        },
        served("new-root") { recipe in
            recipe.leaveSnapshot()
            recipe.sent = ["root"]
        },
        served("new-targets-key-without-targets") { recipe in
            recipe.leaveSnapshot()
            recipe.testRoot.targets = TestRole([recipe.keys.nextTargets.key])
            recipe.sent = ["root"]
        },
    ]
}
