/// A value inside a metadata file together with where the way to it begins, so that an error can
/// say where it was found.
///
/// The way itself is looked for only where it is needed: most fields are in order.
struct MetadataField {
    let value: JSONValue
    private let origin: Origin

    /// The value that paths are counted from.
    private struct Origin {
        let index: Int
        let path: String
        var part = Part.whole

        enum Part {
            case whole
            case member(String)
            case element(Int)
        }

        var text: String {
            switch part {
            case .whole: path
            case .member(let name): "\(path).\(name)"
            case .element(let position): "\(path)[\(position)]"
            }
        }
    }

    init(_ value: JSONValue, path: String) {
        self.init(value, Origin(index: value.index, path: path))
    }

    /// A value that is the member of an object at `path`.
    init(_ value: JSONValue, memberOf path: String, named name: String) {
        self.init(value, Origin(index: value.index, path: path, part: .member(name)))
    }

    /// A value that is an element of an array at `path`.
    init(_ value: JSONValue, elementOf path: String, at position: Int) {
        self.init(value, Origin(index: value.index, path: path, part: .element(position)))
    }

    private init(_ value: JSONValue, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }

    /// The way to the value, such as `signed.meta.snapshot`.
    var path: String {
        let steps = value.steps(from: origin.index)
        let outer = origin.text
        return outer.isEmpty && steps.hasPrefix(".") ? String(steps.dropFirst()) : outer + steps
    }

    func member(_ name: String) throws(MetadataError) -> MetadataField {
        _ = try object()
        guard let value = value[name] else { throw .missing(path: path(ofMember: name)) }
        return MetadataField(value, origin)
    }

    /// Nil where the member is absent or null.
    func optionalMember(_ name: String) throws(MetadataError) -> MetadataField? {
        _ = try object()
        guard let value = value[name], !value.isNull else { return nil }
        return MetadataField(value, origin)
    }

    /// Nil where the member is absent; null is a value like any other.
    func presentMember(_ name: String) throws(MetadataError) -> MetadataField? {
        _ = try object()
        return value[name].map { MetadataField($0, origin) }
    }

    func object() throws(MetadataError) -> MetadataField {
        guard value.kind == .object else { throw wrongType("an object") }
        return self
    }

    func members() throws(MetadataError) -> [(name: String, field: MetadataField)] {
        _ = try object()
        return value.members.map { ($0.name, MetadataField($0.value, origin)) }
    }

    /// A value within this one, as a field of the same file.
    func field(_ inner: JSONValue) -> MetadataField { MetadataField(inner, origin) }

    func array() throws(MetadataError) -> MetadataField {
        guard value.kind == .array else { throw wrongType("an array") }
        return self
    }

    func elements() throws(MetadataError) -> [MetadataField] {
        _ = try array()
        return value.elements.map { MetadataField($0, origin) }
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

    private func path(ofMember name: String) -> String {
        let path = path
        return path.isEmpty ? name : "\(path).\(name)"
    }
}
