import TUFCore

/// A text that is JSON keeps its meaning however it is read and written.
enum JSONFuzzing: FuzzTarget {
    static let name = "json"

    static func run(_ input: [UInt8]) throws(BrokenPromise) {
        guard let document = try? JSONDocument(parsing: input, limits: .untrustedMetadata) else {
            return
        }
        let root = document.root
        try checkParts(of: root)
        let text = root.tree.serialized()
        let again = try? JSONDocument(parsing: text, limits: .untrustedMetadata)
        try BrokenPromise.unless("what is written is read as it was", again?.root.tree == root.tree)
        try checkCanonicalForm(of: root)
    }

    private static func checkParts(of value: JSONValue) throws(BrokenPromise) {
        let range = value.byteRange
        try BrokenPromise.unless("a value lies in its text", range.lowerBound < range.upperBound)
        try BrokenPromise.unless(
            "a string has text, an integer a number",
            (value.string != nil) == (value.kind == .string)
                && (value.integer != nil) == (value.kind == .integer)
        )
        var count = 0
        for member in value.members {
            count += 1
            try BrokenPromise.unless(
                "a member is found by its name",
                value[member.name]?.byteRange == member.value.byteRange
            )
            try checkParts(of: member.value)
        }
        for element in value.elements {
            count += 1
            try checkParts(of: element)
        }
        try BrokenPromise.unless("containers count their values", count == value.count)
    }

    private static func checkCanonicalForm(of root: JSONValue) throws(BrokenPromise) {
        let fromTree = try? root.tree.canonicalBytes()
        guard let canonical = try? root.canonicalBytes() else {
            try BrokenPromise.unless("text and tree agree on having no form", fromTree == nil)
            return
        }
        try BrokenPromise.unless("text and tree have one form", fromTree == canonical)
        let lent = unsafe try? root.withCanonicalBytes { unsafe Array($0) }
        try BrokenPromise.unless("the form lent is the form given", lent == canonical)
        // With a buffer so small that an input of ordinary length fills it.
        let digest = try? root.canonicalDigest(.sha256, buffering: 1 + canonical.count % 48)
        try BrokenPromise.unless(
            "the form hashed is the form given",
            digest == HashAlgorithm.sha256.digest(of: canonical)
        )
        // Canonical JSON leaves control characters as they are, which JSON does not allow.
        let isJSON = !canonical.contains { $0 < 0x20 }
        let again = try? JSONDocument(parsing: canonical, limits: .untrustedMetadata)
        try BrokenPromise.unless("the form is JSON", (again != nil) == isJSON)
        guard let again else { return }
        try BrokenPromise.unless("the form is seen to be canonical", again.root.isCanonical)
        try BrokenPromise.unless(
            "the form is its own form",
            (try? again.root.canonicalBytes()) == canonical
        )
    }
}
