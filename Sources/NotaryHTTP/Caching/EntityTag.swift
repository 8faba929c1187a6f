import TUFCore

/// The validator of a metadata file (RFC 9110 8.8.3): the SHA-256 of its bytes, so a strong one.
struct EntityTag: Hashable, Sendable {
    /// As in the header field, with its quotation marks.
    let text: String

    /// The tag of the file with this digest.
    init(_ digest: Digest) {
        text = "\"\(digest.hex)\""
    }

    private init(opaque: Substring) {
        text = "\"\(opaque)\""
    }

    /// The tags of a list, without regard to whether they are weak (RFC 9110 8.8.3.2).
    ///
    /// What follows the first fault is left out, so that it matches nothing.
    static func list(_ text: String) -> Set<EntityTag> {
        var tags: Set<EntityTag> = []
        var rest = text[...]
        while true {
            rest = rest.drop { $0 == "," || $0 == " " || $0 == "\t" }
            if rest.hasPrefix("W/") { rest = rest.dropFirst(2) }
            guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
                return tags
            }
            tags.insert(EntityTag(opaque: rest[..<end].dropFirst()))
            rest = rest[rest.index(after: end)...]
        }
    }
}
