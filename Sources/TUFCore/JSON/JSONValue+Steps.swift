extension JSONValue {
    /// The way from a value of the same document to this one inside it, such as `.meta.a[3].b`.
    func steps(from outer: Int) -> String {
        var steps = ""
        var place = JSONValue(storage: storage, index: outer)
        while place.index != index, let (step, inner) = place.step(towards: index) {
            steps += step
            place = inner
        }
        return steps
    }

    private func step(towards target: Int) -> (String, JSONValue)? {
        for member in members where member.value.contains(target) {
            return (".\(member.name)", member.value)
        }
        for (position, element) in elements.enumerated() where element.contains(target) {
            return ("[\(position)]", element)
        }
        return nil
    }

    private func contains(_ target: Int) -> Bool {
        (index..<storage.index(after: index)).contains(target)
    }
}
