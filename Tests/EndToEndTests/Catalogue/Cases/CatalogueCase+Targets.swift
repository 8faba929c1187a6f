import NotaryTesting
import TUFCore

extension CatalogueCase {
    /// Targets of a first publish with one target of this name.
    private static func named(_ name: String, _ target: String) -> CatalogueCase {
        first("target-\(name)") { $0.testTargets.names = [target] }
    }

    private static func target(
        _ name: String,
        _ member: String...,
        to value: JSON?
    ) -> CatalogueCase {
        first("target-\(name)") { recipe in
            var entry = recipe.targets.signed["targets", "latest"] ?? [:]
            switch member.count {
            case 0: entry = value ?? .null
            case 1: entry[member[0]] = value
            default: entry[member[0], member[1]] = value
            }
            recipe.targets.signed["targets", "latest"] = entry
        }
    }

    /// A delegation in the targets of a first publish, changed.
    private static func delegation(
        _ name: String,
        role: String = "targets/a",
        _ change: @escaping @Sendable (inout JSON) -> Void = { _ in }
    ) -> CatalogueCase {
        first("delegates-\(name)") { recipe in
            recipe.testTargets.delegations = [.init(role, to: recipe.keys.alice.key)]
            var delegations = recipe.targets.signed["delegations"] ?? [:]
            change(&delegations)
            recipe.targets.signed["delegations"] = delegations
        }
    }

    /// Targets and the roles they delegate to, of a first publish.
    static let firstTargets: [CatalogueCase] = [
        first("targets-type") { $0.testTargets.type = "targets" },
        first("targets-version-negative") { $0.testTargets.version = -1 },
        first("targets-version-missing") { $0.targets.signed["version"] = nil },
        first("targets-expired") { $0.testTargets.expires = UTCTime(seconds: 1_600_000_000) },
        first("targets-expires-missing") { $0.targets.signed["expires"] = nil },
        first("targets-other-signer") { $0.targets.signers = [$0.keys.stranger] },
        first("targets-more-signers") { $0.targets.signers = [$0.keys.stranger, $0.keys.targets] },
        first("targets-two-needed") { recipe in
            recipe.testRoot.targets = TestRole(
                [recipe.keys.targets.key, recipe.keys.nextTargets.key],
                threshold: 2
            )
            recipe.targets.signers = [recipe.keys.targets, recipe.keys.nextTargets]
        },
        first("targets-two-needed-one-signed") { recipe in
            recipe.testRoot.targets = TestRole(
                [recipe.keys.targets.key, recipe.keys.nextTargets.key],
                threshold: 2
            )
        },
        first("targets-rsa") { recipe in
            recipe.testRoot.targets = TestRole([recipe.keys.bob.key])
            recipe.targets.signers = [recipe.keys.bob]
        },
        first("targets-ed25519") { recipe in
            let key = try CatalogueKeys.key(.ed25519)
            recipe.testRoot.targets = TestRole([key.key])
            recipe.targets.signers = [key]
        },
        first("targets-certificate") { recipe in
            recipe.testRoot.targets = TestRole([recipe.keys.nextRoot.key])
            recipe.targets.signers = [recipe.keys.nextRoot]
        },
        first("targets-without-any") { $0.testTargets.names = [] },
        first("targets-missing-targets") { $0.targets.signed["targets"] = nil },
        first("targets-null-targets") { $0.targets.signed["targets"] = .null },
        first("targets-list-targets") { $0.targets.signed["targets"] = [] },
        first("targets-no-delegations") { $0.targets.signed["delegations"] = nil },
        first("targets-null-delegations") { $0.targets.signed["delegations"] = .null },
        first("targets-empty-delegations") { $0.targets.signed["delegations"] = [:] },
        first("targets-unknown-member") { $0.targets.signed["x"] = ["y": 1] },
        named("with-newline", "a\nb"), named("with-tab", "a\tb"), named("with-nul", "a\u{0}b"),
        named("with-delete", "a\u{7F}b"), named("with-quote", "a\"b"),
        named("with-backslash", "a\\b"), named("with-markup", "<a>&b"),
        named("with-line-separator", "a\u{2028}b"), named("with-emoji", "a😀b"),
        named("with-accent", "caf\u{E9}"), named("with-combining", "cafe\u{301}"),
        named("empty", ""), named("with-slash", "/a/../b"), named("with-space", " a b "),
        named("long", String(repeating: "a", count: 5000)),
        target("no-hashes", "hashes", to: nil), target("null-hashes", "hashes", to: .null),
        target("empty-hashes", "hashes", to: [:]), target("list-hashes", "hashes", to: []),
        target("hash-no-base64", "hashes", "sha256", to: "*"),
        target("hash-short", "hashes", "sha256", to: "YQ=="),
        target("hash-null", "hashes", "sha256", to: .null),
        target("hash-number", "hashes", "sha256", to: 1),
        target("hash-unknown", "hashes", "md5", to: "YQ=="),
        target("no-length", "length", to: nil), target("length-negative", "length", to: -1),
        target("length-text", "length", to: "1"),
        target("length-large", "length", to: 9_007_199_254_740_992),
        target("length-beyond-53-bits", "length", to: 9_007_199_254_740_993),
        target("custom", "custom", to: ["b": 1, "a": [true, .null, "x"]]),
        target("custom-markup", "custom", to: ["a": "<b>&"]),
        target("custom-null", "custom", to: .null), target("custom-text", "custom", to: "x"),
        target("custom-newline", "custom", to: "x\ny"),
        target("unknown-member", "x", to: 1), target("null", to: .null), target("text", to: "x"),
        delegation("good"), delegation("no-keys") { $0["keys"] = nil },
        delegation("null-keys") { $0["keys"] = .null },
        delegation("unknown-keyid") {
            $0["roles", "0", "keyids"] = [.string(String(repeating: "0", count: 64))]
        },
        delegation("empty-keyids") { $0["roles", "0", "keyids"] = [] },
        delegation("threshold-0") { $0["roles", "0", "threshold"] = 0 },
        delegation("threshold-2") { $0["roles", "0", "threshold"] = 2 },
        delegation("threshold-missing") { $0["roles", "0", "threshold"] = nil },
        delegation("no-paths") { $0["roles", "0", "paths"] = nil },
        delegation("null-paths") { $0["roles", "0", "paths"] = .null },
        delegation("empty-paths") { $0["roles", "0", "paths"] = [] },
        delegation("text-paths") { $0["roles", "0", "paths"] = "x" },
        delegation("path-prefixes") { $0["roles", "0", "path_hash_prefixes"] = ["ab"] },
        delegation("terminating") { $0["roles", "0", "terminating"] = true },
        delegation("no-name") { $0["roles", "0", "name"] = nil },
        delegation("null-role") { $0["roles", "0"] = .null },
        delegation("roles-object") { $0["roles"] = [:] },
        delegation("roles-null") { $0["roles"] = .null },
        delegation("role-twice") { delegations in
            let role = delegations["roles", "0"] ?? .null
            delegations["roles"] = [role, role]
        },
        delegation("grandchild", role: "targets/a/b"), delegation("itself", role: "targets"),
        delegation("root", role: "root"), delegation("upper-case", role: "targets/A"),
        delegation("space", role: "targets/a b"), delegation("dot", role: "targets/a.b"),
        delegation("trailing-slash", role: "targets/a/"), delegation("empty", role: ""),
        delegation("dots", role: "targets/../a"), delegation("double-slash", role: "targets//a"),
        delegation("newline", role: "targets/a\nb"),
        delegation("newline-last", role: "targets/a\n"),
        delegation("long", role: "targets/" + String(repeating: "a", count: 247)),
        delegation("too-long", role: "targets/" + String(repeating: "a", count: 248)),
    ]
}
