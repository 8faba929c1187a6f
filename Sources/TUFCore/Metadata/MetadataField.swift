/// A value inside a metadata file together with the path that leads to it, so that an error can
/// say where it was found.
struct MetadataField {
    let value: JSONValue
    let path: String

    init(_ value: JSONValue, path: String) {
        self.value = value
        self.path = path
    }

    func member(_ name: String) throws(MetadataError) -> MetadataField {
        _ = try object()
        guard let value = value[name] else { throw .missing(path: below(name)) }
        return MetadataField(value, path: below(name))
    }

    /// Nil where the member is absent or null.
    func optionalMember(_ name: String) throws(MetadataError) -> MetadataField? {
        _ = try object()
        guard let value = value[name], !value.isNull else { return nil }
        return MetadataField(value, path: below(name))
    }

    /// Nil where the member is absent; null is a value like any other.
    func presentMember(_ name: String) throws(MetadataError) -> MetadataField? {
        _ = try object()
        return value[name].map { MetadataField($0, path: below(name)) }
    }

    func object() throws(MetadataError) -> MetadataField {
        guard value.kind == .object else { throw wrongType("an object") }
        return self
    }

    func members() throws(MetadataError) -> [(name: String, field: MetadataField)] {
        _ = try object()
        return value.members.map { ($0.name, MetadataField($0.value, path: below($0.name))) }
    }

    func elements() throws(MetadataError) -> [MetadataField] {
        guard value.kind == .array else { throw wrongType("an array") }
        return value.elements.enumerated()
            .map {
                MetadataField($0.element, path: "\(path)[\($0.offset)]")
            }
    }

    func string() throws(MetadataError) -> String {
        guard let string = value.string else { throw wrongType("a string") }
        return string
    }

    func integer() throws(MetadataError) -> Int {
        guard let integer = value.integer else { throw wrongType("an integer") }
        return integer
    }

    func boolean() throws(MetadataError) -> Bool {
        guard let boolean = value.boolean else { throw wrongType("true or false") }
        return boolean
    }

    /// Makes a checked value and says where a bad one stood.
    func checked<Checked>(
        _ make: () throws(FormatError) -> Checked
    ) throws(MetadataError) -> Checked {
        do {
            return try make()
        } catch {
            throw .invalid(path: path, error)
        }
    }

    private func wrongType(_ expected: String) -> MetadataError {
        .wrongType(path: path, expected: expected, found: value.kind.named)
    }

    private func below(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
