import NotaryTesting
import TUFCore

extension CatalogueCase {
    /// A first publish whose snapshot the server signs, and which delegates to `targets/a`.
    private static func delegating(
        _ name: String,
        _ change: @escaping Change
    ) -> CatalogueCase {
        next(
            "delegated-\(name)",
            after: {
                $0.leaveSnapshot()
                $0.delegate("targets/a", to: $0.keys.alice)
            },
            { recipe in
                recipe.sent = []
                try change(&recipe)
            }
        )
    }

    /// Publishes of and about delegated roles.
    static let delegated: [CatalogueCase] = [
        delegating("next") { $0.add("targets/a", by: $0.keys.alice, version: 2) },
        delegating("same-version") { $0.add("targets/a", by: $0.keys.alice) },
        delegating("other-signer") { $0.add("targets/a", by: $0.keys.bob, version: 2) },
        delegating("owner-signed") { $0.add("targets/a", by: $0.keys.targets, version: 2) },
        delegating("unknown") { $0.add("targets/b", by: $0.keys.alice) },
        delegating("orphan-grandchild") { $0.add("targets/b/c", by: $0.keys.alice) },
        delegating("undelegated-grandchild") { $0.add("targets/a/b", by: $0.keys.alice) },
        delegating("type") { recipe in
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
            recipe.others[0].signed["_type"] = "x"
        },
        delegating("expired") { recipe in
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
            recipe.others[0].signed["expires"] = "2020-01-01T00:00:00Z"
        },
        delegating("version-0") { $0.add("targets/a", by: $0.keys.alice, version: 0) },
        delegating("grandchild") { recipe in
            var file = TestTargets("targets/a", version: 2)
            file.delegations = [.init("targets/a/b", to: recipe.keys.bob.key)]
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
            recipe.others[0].signed = file.signed
            recipe.add("targets/a/b", by: recipe.keys.bob)
        },
        delegating("outside-paths") { recipe in
            recipe.sent = ["targets"]
            recipe.testTargets.delegations = [
                .init("targets/a", to: recipe.keys.alice.key, paths: ["only/"])
            ]
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
        },
        delegating("key-changed") { recipe in
            recipe.sent = ["targets"]
            recipe.testTargets.delegations = [.init("targets/a", to: recipe.keys.bob.key)]
        },
        delegating("key-changed-with-file") { recipe in
            recipe.sent = ["targets"]
            recipe.testTargets.delegations = [.init("targets/a", to: recipe.keys.bob.key)]
            recipe.add("targets/a", by: recipe.keys.bob, version: 2)
        },
        delegating("key-changed-old-signer") { recipe in
            recipe.sent = ["targets"]
            recipe.testTargets.delegations = [.init("targets/a", to: recipe.keys.bob.key)]
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
        },
        delegating("removed") { $0.sent = ["targets"] },
        delegating("removed-and-sent") { recipe in
            recipe.sent = ["targets"]
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
        },
        delegating("threshold-2") { recipe in
            recipe.sent = ["targets"]
            var delegation = TestTargets.Delegation("targets/a", to: recipe.keys.alice.key)
            delegation.role = TestRole([recipe.keys.alice.key, recipe.keys.bob.key], threshold: 2)
            recipe.testTargets.delegations = [delegation]
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
            recipe.others[0].signers = [recipe.keys.alice, recipe.keys.bob]
        },
        delegating("threshold-2-one-signed") { recipe in
            recipe.sent = ["targets"]
            var delegation = TestTargets.Delegation("targets/a", to: recipe.keys.alice.key)
            delegation.role = TestRole([recipe.keys.alice.key, recipe.keys.bob.key], threshold: 2)
            recipe.testTargets.delegations = [delegation]
            recipe.add("targets/a", by: recipe.keys.alice, version: 2)
        },
        delegating("expired-certificate") { recipe in
            let key = try CatalogueKeys.rootKey("alice", from: -20, until: -10)
            recipe.sent = ["targets"]
            recipe.testTargets.delegations = [.init("targets/a", to: key.key)]
            recipe.add("targets/a", by: key, version: 2)
        },
        delegating("certificate") { recipe in
            let key = try CatalogueKeys.rootKey("alice")
            recipe.sent = ["targets"]
            recipe.testTargets.delegations = [.init("targets/a", to: key.key)]
            recipe.add("targets/a", by: key, version: 2)
        },
    ]

    /// Longer stories.
    static let sequences: [CatalogueCase] = [
        CatalogueCase("sequence/delete-and-again") { steps in
            try await steps.publish()
            try await steps.publish(version: 2)
            steps.send("DELETE", "")
            steps.send("GET", "root.json")
            steps.send("GET", "1.root.json")
            try await steps.publish()
            steps.read()
        },
        CatalogueCase("sequence/refused-then-good") { steps in
            try await steps.publish { $0.sent.remove("snapshot") }
            try await steps.publish()
            try await steps.publish(version: 2) { $0.targets.signers = [$0.keys.stranger] }
            try await steps.publish(version: 2)
            steps.read()
        },
        CatalogueCase("sequence/five-versions") { steps in
            for version in 1...5 { try await steps.publish(version: version) }
            for version in 0...6 {
                for role in ["root", "targets", "snapshot", "timestamp"] {
                    steps.send("GET", "\(version).\(role).json")
                }
            }
        },
        CatalogueCase("sequence/rotate-keys") { steps in
            try await steps.publish { $0.leaveSnapshot() }
            for role in ["snapshot", "timestamp"] {
                steps.send("GET", "\(role).key")
                steps.send("POST", "\(role).key")
            }
            try await steps.publish(version: 2) { $0.sent = ["targets"] }
            steps.read()
        },
    ]
}
