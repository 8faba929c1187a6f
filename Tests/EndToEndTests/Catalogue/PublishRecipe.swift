import NotaryService
import NotaryTesting
import TUFCore

/// What one publish sends: root, targets, snapshot and more, changed by a case as it likes.
struct PublishRecipe: Sendable {
    let keys: CatalogueKeys
    let server: ServerKeys
    /// What the server has, for the snapshot to list.
    var stored: [PublicationPart]
    /// Set, it makes ``root`` anew.
    var testRoot: TestRoot { didSet { root.signed = testRoot.signed } }
    /// Set, it makes ``targets`` anew.
    var testTargets: TestTargets { didSet { targets.signed = testTargets.signed } }
    var root: RecipeFile
    var targets: RecipeFile
    /// Delegated roles, and whatever else.
    var others: [RecipeFile] = []
    var snapshotVersion: Int
    var snapshotSigners: [any Signer]
    /// Changes the snapshot after it has listed everything.
    var editSnapshot: @Sendable (inout RecipeFile) -> Void = { _ in }
    /// What is sent of root, targets and snapshot.
    var sent: Set<String>
    /// Parts sent as they are, last.
    var raw: [PublicationPart] = []

    /// A good publish of this version; a root is sent with the first.
    init(
        version: Int,
        root testRoot: TestRoot,
        keys: CatalogueKeys,
        server: ServerKeys,
        stored: [PublicationPart] = []
    ) {
        self.keys = keys
        self.server = server
        self.stored = stored
        self.testRoot = testRoot
        testTargets = TestTargets(version: version)
        root = RecipeFile(roleName: "root", signed: testRoot.signed, signers: [keys.root])
        targets = RecipeFile(
            roleName: "targets",
            signed: testTargets.signed,
            signers: [keys.targets]
        )
        snapshotVersion = version
        snapshotSigners = [keys.snapshot]
        sent = version == 1 ? ["root", "targets", "snapshot"] : ["targets", "snapshot"]
    }

    /// Leaves the snapshot to the server, whose key the root names.
    mutating func leaveSnapshot() {
        testRoot.snapshot = TestRole([server.snapshot])
        sent.remove("snapshot")
    }

    /// Delegates to `role`, signed by `key`, and sends its file.
    mutating func delegate(
        _ role: String,
        to key: SigningKey,
        version: Int = 1,
        paths: [String] = [""]
    ) {
        testTargets.delegations.append(.init(role, to: key.key, paths: paths))
        add(role, by: key, version: version)
    }

    /// Sends the file of a role.
    mutating func add(_ role: String, by key: SigningKey, version: Int = 1) {
        let file = TestTargets(role, version: version)
        others.append(RecipeFile(roleName: role, signed: file.signed, signers: [key]))
    }

    /// What is uploaded.
    func parts() async throws -> [PublicationPart] {
        var parts: [PublicationPart] = []
        if sent.contains("root") { parts.append(try await root.part()) }
        if sent.contains("targets") { parts.append(try await targets.part()) }
        for file in others { parts.append(try await file.part()) }
        if sent.contains("snapshot") {
            let snapshot = TestSnapshot(version: snapshotVersion, over: stored + parts)
            var file = RecipeFile(
                roleName: "snapshot",
                signed: snapshot.signed,
                signers: snapshotSigners
            )
            editSnapshot(&file)
            parts.append(try await file.part())
        }
        return parts + raw
    }
}
