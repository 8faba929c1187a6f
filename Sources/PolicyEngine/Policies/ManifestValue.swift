/// A value of a manifest, whether it was written as YAML or JSON, with its line.
struct ManifestValue {
    enum Content {
        case object([(name: String, value: ManifestValue)])
        case array([ManifestValue])
        case string(String)
        case number(String)
        case boolean(Bool)
        case null
    }

    let content: Content
    let line: Int?
}
