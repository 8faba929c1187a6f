/// A value inside a metadata file together with the path that leads to it, so that an error can
/// say where it was found.
struct MetadataField {
    let value: JSONValue
    private let place: Place

    /// The way to a value, made into text only where it is needed: most fields are in order.
    private enum Place {
        case named(String)
        indirect case member(Place, String)
        indirect case element(Place, Int)

        var text: String {
            switch self {
            case .named(let name): return name
            case .element(let list, let index): return "\(list.text)[\(index)]"
            case .member(let object, let name):
                let outer = object.text
                return outer.isEmpty ? name : "\(outer).\(name)"
            }
        }
    }

    init(_ value: JSONValue, path: String) {
        self.init(value, .named(path))
    }

    /// A value that is the member of an object at `path`.
    init(_ value: JSONValue, memberOf path: String, named name: String) {
        self.init(value, .member(.named(path), name))
    }

    private init(_ value: JSONValue, _ place: Place) {
        self.value = value
        self.place = place
    }

    /// The way to the value, such as `signed.meta.snapshot`.
    var path: String { place.text }

    func member(_ name: String) throws(MetadataError) -> MetadataField {
        _ = try object()
        guard let value = value[name] else { throw .missing(path: below(name).text) }
        return MetadataField(value, below(name))
    }

    /// Nil where the member is absent or null.
    func optionalMember(_ name: String) throws(MetadataError) -> MetadataField? {
        _ = try object()
        guard let value = value[name], !value.isNull else { return nil }
        return MetadataField(value, below(name))
    }

    /// Nil where the member is absent; null is a value like any other.
    func presentMember(_ name: String) throws(MetadataError) -> MetadataField? {
        _ = try object()
        return value[name].map { MetadataField($0, below(name)) }
    }

    func object() throws(MetadataError) -> MetadataField {
        guard value.kind == .object else { throw wrongType("an object") }
        return self
    }

    func members() throws(MetadataError) -> [(name: String, field: MetadataField)] {
        _ = try object()
        return value.members.map { ($0.name, MetadataField($0.value, below($0.name))) }
    }

    func elements() throws(MetadataError) -> [MetadataField] {
        guard value.kind == .array else { throw wrongType("an array") }
        return value.elements.enumerated()
            .map {
                MetadataField($0.element, .element(place, $0.offset))
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

    private func below(_ name: String) -> Place { .member(place, name) }
}
