import TUFCore

extension CatalogueGroup {
    /// Every group.
    static func all() throws -> [CatalogueGroup] {
        let lists = [
            "routes", "metadata", "paths", "keys", "changefeed", "headers", "uploads", "deletion",
        ]
        let cases = [
            CatalogueGroup("first publishes", CatalogueCase.firstPublishes),
            CatalogueGroup("next publishes", CatalogueCase.nextPublishes),
        ]
        return try lists.map { try CatalogueGroup(list: $0) } + configured() + cases
    }

    /// With other configurations than the usual one, our back end in memory among them.
    private static func configured() throws -> [CatalogueGroup] {
        let inMemory = ["metadata", "keys", "changefeed", "deletion"]
        let lists: [(String, [String: JSON])] = [
            ("prefixes", ["repositories": ["gun_prefixes": ["lab/", "docker.io/library/"]]]),
            ("caching", caching(current: 0, consistent: 0)),
            ("caching", caching(current: 1, consistent: 31_536_000)),
        ]
        return try inMemory.map { try CatalogueGroup(list: $0, configuration: [:]) }
            + lists.map { try CatalogueGroup(list: $0, configuration: $1) }
    }

    private static func caching(current: Int, consistent: Int) -> [String: JSON] {
        let ages: JSON = [
            "current_metadata": .integer(current), "consistent_metadata": .integer(consistent),
        ]
        return ["caching": ["max_age": ages]]
    }
}
