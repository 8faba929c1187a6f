import Testing

@testable import TUFCore

/// What is JSON, what is canonical, and what is neither: `Vectors/json/grammar.txt`.
///
/// Python's parser and a second canonical encoder agree with each verdict.
@Suite struct GrammarTests {
    @Test("a text is canonical, accepted or refused as the vector says", arguments: try vectors())
    func verdict(vector: FlatVector) throws {
        let text = try vector.bytes("text")
        switch try vector["expect"] {
        case "canonical":
            let root = try JSONDocument(parsing: text, limits: .untrustedMetadata).root
            #expect(root.isCanonical)
            #expect(try root.canonicalBytes() == text)
            #expect(try root.tree.canonicalBytes() == text)
        case "accepted":
            let root = try JSONDocument(parsing: text, limits: .untrustedMetadata).root
            #expect(!root.isCanonical || root.byteRange != 0..<text.count)
            try expectCanonicalForm(of: root, vector)
        case "refused":
            let error = #expect(throws: JSONError.self) {
                try JSONDocument(parsing: text, limits: .untrustedMetadata)
            }
            #expect(try error?.description == vector["error"])
        default:
            Issue.record("no verdict")
        }
    }

    private func expectCanonicalForm(of root: JSONValue, _ vector: FlatVector) throws {
        if vector.fields["canonical"] == "none" {
            #expect(throws: JSONError.self) { try root.canonicalBytes() }
            #expect(throws: JSONError.self) { try unsafe root.withCanonicalBytes { $0.count } }
            #expect(throws: JSONError.self) { try root.tree.canonicalBytes() }
            return
        }
        let canonical = try vector.bytes("canonical")
        #expect(try root.canonicalBytes() == canonical)
        let lent = try unsafe root.withCanonicalBytes { unsafe Array($0) }
        #expect(lent == canonical)
        #expect(try root.tree.canonicalBytes() == canonical)
    }

    @Test("what is written again reads as the same value", arguments: try vectors())
    func roundTrip(vector: FlatVector) throws {
        let text = try vector.bytes("text")
        guard let document = try? JSONDocument(parsing: text, limits: .untrustedMetadata) else {
            return #expect(try vector["expect"] == "refused")
        }
        let tree = document.root.tree
        let again = try JSONDocument(parsing: tree.serialized(), limits: .untrustedMetadata)
        #expect(again.root.tree == tree)
        #expect(document.bytes == text)
    }

    private static func vectors() throws -> [FlatVector] {
        try FlatVector.all(in: "json/grammar.txt")
    }
}
