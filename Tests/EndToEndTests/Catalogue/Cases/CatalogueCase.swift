/// A few requests to a repository of their own, and what is there afterwards.
struct CatalogueCase: Sendable {
    typealias Change = @Sendable (inout PublishRecipe) throws -> Void

    let name: String
    let steps: @Sendable (inout CatalogueSteps) async throws -> Void

    init(_ name: String, steps: @escaping @Sendable (inout CatalogueSteps) async throws -> Void) {
        self.name = name
        self.steps = steps
    }

    /// The repository of the case of this name.
    static func gun(_ name: String) -> String { "lab/\(name)" }

    /// A first publish, changed.
    static func first(_ name: String, _ change: @escaping Change = { _ in }) -> CatalogueCase {
        CatalogueCase("first/\(name)") { steps in
            try await steps.publish(version: 1, change)
            // The others are there when these are, and not without them.
            steps.read(["snapshot", "timestamp"])
        }
    }

    /// A good first publish and a second one, changed.
    static func next(_ name: String, _ change: @escaping Change = { _ in }) -> CatalogueCase {
        next(name, after: { _ in }, change)
    }

    /// A first publish, changed, and a second one, changed.
    static func next(
        _ name: String,
        after first: @escaping Change,
        _ change: @escaping Change
    ) -> CatalogueCase {
        CatalogueCase("next/\(name)") { steps in
            try await steps.publish(version: 1, first)
            try await steps.publish(version: 2, change)
            steps.read()
        }
    }

    /// The requests for a server that gave these keys.
    func requests(keys: CatalogueKeys, server: ServerKeys) async throws -> [ComparedRequest] {
        var steps = CatalogueSteps(name: name, keys: keys, server: server)
        try await self.steps(&steps)
        return steps.requests
    }
}
