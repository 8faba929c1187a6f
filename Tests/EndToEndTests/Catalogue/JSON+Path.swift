import TUFCore

extension JSON {
    /// The value under names of objects, one within the other; nil where there is none.
    ///
    /// Setting nil removes the member; of an array, `0` and so on are the names.
    subscript(path: String...) -> JSON? {
        get { value(at: path[...]) }
        set { set(newValue, at: path[...]) }
    }

    private func value(at path: ArraySlice<String>) -> JSON? {
        guard let name = path.first else { return self }
        switch self {
        case .object(let members):
            return members.first { $0.name == name }?.value.value(at: path.dropFirst())
        case .array(let elements):
            guard let index = Int(name), elements.indices.contains(index) else { return nil }
            return elements[index].value(at: path.dropFirst())
        default: return nil
        }
    }

    private mutating func set(_ value: JSON?, at path: ArraySlice<String>) {
        guard let name = path.first else {
            self = value ?? .null
            return
        }
        switch self {
        case .object(var members):
            let index = members.firstIndex { $0.name == name }
            let member = index.map { members[$0].value } ?? .object([])
            let changed = Self.changed(member, to: value, at: path.dropFirst())
            if let index { members.remove(at: index) }
            if let changed { members.append(Member(name: name, value: changed)) }
            self = .object(members)
        case .array(var elements):
            guard let index = Int(name), elements.indices.contains(index) else { return }
            if let changed = Self.changed(elements[index], to: value, at: path.dropFirst()) {
                elements[index] = changed
            } else {
                elements.remove(at: index)
            }
            self = .array(elements)
        default: return
        }
    }

    private static func changed(
        _ old: JSON,
        to value: JSON?,
        at path: ArraySlice<String>
    ) -> JSON? {
        guard !path.isEmpty else { return value }
        var new = old
        new.set(value, at: path)
        return new
    }
}
