/// A value of a manifest and the name of the field it stands in.
struct ManifestField {
    let value: ManifestValue
    /// `spec.repositories[0].policy`, empty for the document itself.
    let path: String

    init(_ value: ManifestValue, path: String = "") {
        self.value = value
        self.path = path
    }

    /// An error about this field.
    func error(_ problem: ManifestError.Problem) -> ManifestError {
        ManifestError(problem: problem, line: value.line, field: path.isEmpty ? nil : path)
    }

    /// The member of that name; nil when it is absent or null, which Kubernetes treats alike.
    func member(_ name: String) throws(ManifestError) -> ManifestField? {
        guard case .object(let members) = value.content else {
            throw error(.wrongType(expected: "an object"))
        }
        guard let member = members.first(where: { $0.name == name })?.value else { return nil }
        if case .null = member.content { return nil }
        return ManifestField(member, path: path.isEmpty ? name : "\(path).\(name)")
    }

    /// The member of that name, which must be there.
    func required(_ name: String) throws(ManifestError) -> ManifestField {
        guard let member = try member(name) else { throw missing(name) }
        return member
    }

    /// The error that a member is not there.
    func missing(_ name: String) -> ManifestError {
        ManifestError(
            problem: .missing,
            line: value.line,
            field: path.isEmpty ? name : "\(path).\(name)"
        )
    }

    /// The elements of the array of that name; none when it is absent or null.
    func elements(_ name: String) throws(ManifestError) -> [ManifestField] {
        guard let member = try member(name) else { return [] }
        guard case .array(let elements) = member.value.content else {
            throw member.error(.wrongType(expected: "a list"))
        }
        return elements.enumerated()
            .map {
                ManifestField($0.element, path: "\(member.path)[\($0.offset)]")
            }
    }

    /// The members, by name.
    func members() throws(ManifestError) -> [(name: String, field: ManifestField)] {
        guard case .object(let members) = value.content else {
            throw error(.wrongType(expected: "an object"))
        }
        return members.map {
            ($0.name, ManifestField($0.value, path: path.isEmpty ? $0.name : "\(path).\($0.name)"))
        }
    }

    func string(_ name: String) throws(ManifestError) -> String? {
        try member(name).map { field throws(ManifestError) in try field.string() }
    }

    func boolean(_ name: String) throws(ManifestError) -> Bool? {
        guard let member = try member(name) else { return nil }
        guard case .boolean(let boolean) = member.value.content else {
            throw member.error(.wrongType(expected: "true or false"))
        }
        return boolean
    }

    /// The value itself as a string.
    func string() throws(ManifestError) -> String {
        guard case .string(let text) = value.content else {
            throw error(.wrongType(expected: "a string"))
        }
        return text
    }

    /// Refuses members that have no meaning here: a misspelt one would silently ask for nothing.
    func refuseOthers(than known: Set<String>) throws(ManifestError) {
        for (name, field) in try members() where !known.contains(name) {
            throw ManifestError(
                problem: .unknownField(name),
                line: field.value.line,
                field: path.isEmpty ? nil : path
            )
        }
    }
}
