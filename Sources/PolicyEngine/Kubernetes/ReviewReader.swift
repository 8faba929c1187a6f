import TUFCore

/// Reads members of a review's envelope, where a wrong type makes the whole review malformed.
struct ReviewReader {
    let value: JSONValue
    let path: String

    /// A string that must be there and not be empty.
    func required(_ name: String) throws(AdmissionReviewError) -> String {
        guard let text = try string(name) else { throw .missing(place(name)) }
        return text
    }

    /// A string; nil when absent, null or empty.
    func string(_ name: String) throws(AdmissionReviewError) -> String? {
        guard let member = try member(name) else { return nil }
        guard let text = member.string else {
            throw .wrongType(place(name), expected: "a string")
        }
        return text.isEmpty ? nil : text
    }

    func boolean(_ name: String) throws(AdmissionReviewError) -> Bool? {
        guard let member = try member(name) else { return nil }
        guard let boolean = member.boolean else {
            throw .wrongType(place(name), expected: "true or false")
        }
        return boolean
    }

    func object(_ name: String) throws(AdmissionReviewError) -> ReviewReader {
        guard let object = try optionalObject(name) else { throw .missing(place(name)) }
        return object
    }

    func optionalObject(_ name: String) throws(AdmissionReviewError) -> ReviewReader? {
        guard let member = try member(name) else { return nil }
        guard member.kind == .object else {
            throw .wrongType(place(name), expected: "an object")
        }
        return ReviewReader(value: member, path: place(name))
    }

    private func member(_ name: String) throws(AdmissionReviewError) -> JSONValue? {
        guard value.kind == .object else {
            throw .wrongType(path.isEmpty ? "the review" : path, expected: "an object")
        }
        guard let member = value[name], !member.isNull else { return nil }
        return member
    }

    private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}
