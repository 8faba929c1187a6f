/// A value of a ``JSONDocument``: a cursor that keeps the document alive.
public struct JSONValue: Sendable {
    /// The kinds of values.
    ///
    /// A number is an integer when it is written without fraction and
    /// exponent and fits 64 bits, and a decimal otherwise.
    public enum Kind: Hashable, Sendable {
        case object
        case array
        case string
        case integer
        case decimal
        case boolean
        case null
    }

    let storage: JSONStorage
    let index: Int

    private var word: JSONTapeWord { storage.tape[index] }

    /// The kind of this value.
    public var kind: Kind {
        switch word.kind {
        case .canonicalObject, .sortedObject, .unsortedObject: .object
        case .canonicalArray, .array: .array
        case .plainString, .canonicalString, .escapedString: .string
        case .canonicalInteger, .integer: .integer
        case .decimal: .decimal
        case .true, .false: .boolean
        case .null: .null
        }
    }

    /// Where the value stands in the text, brackets and quotes included.
    public var byteRange: Range<Int> {
        let word = word
        if word.isContainer { return word.offset..<storage.tape[index + 1].offset }
        let margin = word.kind.isString ? 1 : 0
        return word.offset - margin..<word.offset + word.length + margin
    }

    /// Whether the value is written in canonical form (OLPC canonical JSON), so that the bytes
    /// in ``byteRange`` are that form.
    public var isCanonical: Bool { word.kind.isCanonical }

    /// The member of this name, compared byte by byte; `nil` when there is none or this is no
    /// object.
    public subscript(_ name: String) -> JSONValue? {
        guard word.isObject else { return nil }
        var name = name
        let found = name.withUTF8 { bytes in
            unsafe storage.valueIndex(ofMember: bytes, inObjectAt: index)
        }
        return found.map { JSONValue(storage: storage, index: $0) }
    }

    /// The members in the order they are written; empty when this is no object.
    public var members: JSONMembers {
        JSONMembers(storage: storage, indices: word.isObject ? content : 0..<0)
    }

    /// The elements; empty when this is no array.
    public var elements: JSONElements {
        let isArray = word.isContainer && !word.isObject
        return JSONElements(storage: storage, indices: isArray ? content : 0..<0)
    }

    /// The number of members or elements; 0 for other kinds.
    public var count: Int { word.isContainer ? word.length : 0 }

    /// The text that a string stands for.
    public var string: String? { word.kind.isString ? storage.string(at: index) : nil }

    /// The value of an integer.
    public var integer: Int? {
        switch word.kind {
        case .canonicalInteger, .integer: Int(written)
        default: nil
        }
    }

    /// The value of `true` and `false`.
    public var boolean: Bool? {
        switch word.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// Whether this is `null`.
    public var isNull: Bool { word.kind == .null }

    /// The bytes of the value as text, just as they are written.
    package var written: String { String(decoding: storage.bytes[byteRange], as: UTF8.self) }

    /// The indices of the words inside a container.
    private var content: Range<Int> { index + 2..<storage.tape[index + 1].endIndex }

    /// A copy that does not keep the document.
    public var tree: JSON {
        switch kind {
        case .object: .object(members.map { JSON.Member(name: $0.name, value: $0.value.tree) })
        case .array: .array(elements.map(\.tree))
        case .string: .string(storage.string(at: index))
        case .integer: .integer(integer ?? 0)
        case .decimal: .decimal(written)
        case .boolean: .boolean(word.kind == .true)
        case .null: .null
        }
    }
}
