import NotaryTesting
import TUFCore

extension CatalogueCase {
    /// A snapshot of a first publish, changed before it is signed.
    private static func snapshot(
        _ name: String,
        _ change: @escaping @Sendable (inout JSON) -> Void
    ) -> CatalogueCase {
        first("snapshot-\(name)") { $0.editSnapshot = { change(&$0.signed) } }
    }

    private static let otherHash = JSON.string(
        Base64.encode(HashAlgorithm.sha256.digest(of: []).bytes)
    )

    /// Snapshots of a first publish.
    static let firstSnapshots: [CatalogueCase] = [
        snapshot("type") { $0["_type"] = "snapshot" },
        snapshot("version-negative") { $0["version"] = -1 },
        snapshot("version-missing") { $0["version"] = nil },
        snapshot("expired") { $0["expires"] = "2020-01-01T00:00:00Z" },
        snapshot("expires-missing") { $0["expires"] = nil },
        snapshot("no-meta") { $0["meta"] = nil }, snapshot("null-meta") { $0["meta"] = .null },
        snapshot("list-meta") { $0["meta"] = [] },
        snapshot("no-root") { $0["meta", "root"] = nil },
        snapshot("no-targets") { $0["meta", "targets"] = nil },
        snapshot("null-root") { $0["meta", "root"] = .null },
        snapshot("root-no-hashes") { $0["meta", "root", "hashes"] = nil },
        snapshot("root-empty-hashes") { $0["meta", "root", "hashes"] = [:] },
        snapshot("root-sha512-only") { $0["meta", "root", "hashes", "sha256"] = nil },
        snapshot("root-wrong-hash") { $0["meta", "root", "hashes", "sha256"] = otherHash },
        snapshot("root-wrong-sha512") {
            $0["meta", "root", "hashes", "sha512"] = .string(
                Base64.encode(HashAlgorithm.sha512.digest(of: []).bytes)
            )
        },
        snapshot("root-short-hash") { $0["meta", "root", "hashes", "sha256"] = "YQ==" },
        snapshot("root-short-sha512") { $0["meta", "root", "hashes", "sha512"] = "YQ==" },
        snapshot("root-unknown-hash") { $0["meta", "root", "hashes", "md5"] = "YQ==" },
        snapshot("root-hash-no-base64") { $0["meta", "root", "hashes", "sha256"] = "*" },
        snapshot("root-wrong-length") { $0["meta", "root", "length"] = 1 },
        snapshot("root-negative-length") { $0["meta", "root", "length"] = -1 },
        snapshot("root-no-length") { $0["meta", "root", "length"] = nil },
        snapshot("targets-wrong-hash") { $0["meta", "targets", "hashes", "sha256"] = otherHash },
        snapshot("targets-wrong-length") { $0["meta", "targets", "length"] = 1 },
        snapshot("ghost") { $0["meta", "targets/ghost"] = $0["meta", "root"] },
        snapshot("odd-name") { $0["meta", "no role"] = $0["meta", "root"] },
        snapshot("odd-entry") { $0["meta", "x"] = ["hashes": [:], "length": 0] },
        snapshot("ghost-short-hash") {
            $0["meta", "targets/ghost"] = ["hashes": ["sha256": "YQ=="], "length": 1]
        },
        snapshot("unknown-member") { $0["x"] = 1 },
        first("snapshot-other-signer") { $0.snapshotSigners = [$0.keys.stranger] },
        first("snapshot-server-key-in-root-client-signed") { recipe in
            recipe.testRoot.snapshot = TestRole([recipe.server.snapshot])
        },
        first("snapshot-of-two") { recipe in
            recipe.testRoot.snapshot = TestRole([recipe.keys.snapshot.key, recipe.server.snapshot])
        },
        first("snapshot-without-delegation") { recipe in
            recipe.delegate("targets/a", to: recipe.keys.alice)
            recipe.editSnapshot = { $0.signed["meta", "targets/a"] = nil }
        },
        first("snapshot-wrong-delegation") { recipe in
            recipe.delegate("targets/a", to: recipe.keys.alice)
            recipe.editSnapshot = {
                $0.signed["meta", "targets/a", "hashes", "sha256"] = otherHash
            }
        },
        first("snapshot-delegation-no-hashes") { recipe in
            recipe.delegate("targets/a", to: recipe.keys.alice)
            recipe.editSnapshot = { $0.signed["meta", "targets/a", "hashes"] = [:] }
        },
    ]
}
