extension CatalogueGroup {
    /// Every group.
    static func all() throws -> [CatalogueGroup] {
        let lists = [
            "routes", "metadata", "paths", "keys", "changefeed", "headers", "deletion",
        ]
        return try lists.map { try CatalogueGroup(list: $0) }
    }
}
