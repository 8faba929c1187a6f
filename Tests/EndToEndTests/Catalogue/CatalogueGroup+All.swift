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
        return try lists.map { try CatalogueGroup(list: $0) } + cases
    }
}
