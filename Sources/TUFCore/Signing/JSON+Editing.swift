extension JSON {
    /// The member of an object that has this name, byte for byte; setting nil removes it.
    ///
    /// What is no object has no members, and becomes one when a member is set.
    package subscript(member name: String) -> JSON? {
        get {
            members.first { $0.name.hasSameBytes(as: name) }?.value
        }
        set {
            var members = self.members
            let position = members.firstIndex { $0.name.hasSameBytes(as: name) }
            switch (position, newValue) {
            case (let position?, let value?): members[position] = Member(name: name, value: value)
            case (let position?, nil): members.remove(at: position)
            case (nil, let value?): members.append(Member(name: name, value: value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }

    /// The members of an object; none for anything else.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The elements of an array; none for anything else.
    var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text of a string.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// This object with the members of another in place of its own of the same names.
    func merging(_ other: JSON) -> JSON {
        var merged = self
        for member in other.members { merged[member: member.name] = member.value }
        return merged
    }

    /// This object without some members.
    func removing(_ names: [String]) -> JSON {
        var rest = self
        for name in names { rest[member: name] = nil }
        return rest
    }
}
