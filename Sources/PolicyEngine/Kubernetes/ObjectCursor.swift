import TUFCore

/// A value of a Kubernetes object and where it stands, so that every complaint names the field.
struct ObjectCursor {
    let value: JSONValue
    let pointer: JSONPointer

    init(_ value: JSONValue, at pointer: JSONPointer = JSONPointer()) {
        self.value = value
        self.pointer = pointer
    }

    /// The member of that name; nil when it is absent or null, which Kubernetes treats alike.
    func member(_ name: String) throws(ObjectError) -> ObjectCursor? {
        guard value.kind == .object else { throw .wrongType(pointer, expected: "an object") }
        guard let member = value[name], !member.isNull else { return nil }
        return ObjectCursor(member, at: pointer.appending(name))
    }

    /// The member of that name, which must be an object.
    func object(_ name: String) throws(ObjectError) -> ObjectCursor? {
        guard let member = try member(name) else { return nil }
        guard member.value.kind == .object else {
            throw .wrongType(member.pointer, expected: "an object")
        }
        return member
    }

    /// The objects in the array of that name; none when it is absent or null.
    func objects(_ name: String) throws(ObjectError) -> [ObjectCursor] {
        guard let member = try member(name) else { return [] }
        guard member.value.kind == .array else {
            throw .wrongType(member.pointer, expected: "an array")
        }
        var objects: [ObjectCursor] = []
        for (index, element) in member.value.elements.enumerated() {
            let place = member.pointer.appending(String(index))
            guard element.kind == .object else { throw .wrongType(place, expected: "an object") }
            objects.append(ObjectCursor(element, at: place))
        }
        return objects
    }

    /// The string of that name; nil when it is absent or null.
    func string(_ name: String) throws(ObjectError) -> String? {
        guard let member = try member(name) else { return nil }
        guard let string = member.value.string else {
            throw .wrongType(member.pointer, expected: "a string")
        }
        return string
    }
}
