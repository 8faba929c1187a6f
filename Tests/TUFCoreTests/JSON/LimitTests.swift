import Testing

@testable import TUFCore

/// What hostile texts may cost.
@Suite struct LimitTests {
    @Test("as many bytes as the limit pass, one more does not")
    func size() throws {
        let limits = JSONLimits(maximumBytes: 4, maximumDepth: 1)
        #expect(try JSONDocument(parsing: Array("true".utf8), limits: limits).root.boolean == true)
        #expect(throws: JSONError.tooLarge(bytes: 5, limit: 4)) {
            try JSONDocument(parsing: Array("false".utf8), limits: limits)
        }
    }

    @Test("as many levels as the limit pass, one more does not", arguments: [1, 2, 64, 128, 512])
    func depth(limit: Int) throws {
        let limits = JSONLimits(maximumBytes: 1 << 20, maximumDepth: limit)
        let arrays = nested(limit, "[", "]")
        let objects = nested(limit - 1, "{\"a\":", "}", around: "{}")
        #expect(try JSONDocument(parsing: arrays, limits: limits).root.canonicalBytes() == arrays)
        #expect(
            try JSONDocument(parsing: objects, limits: limits).root.tree.serialized() == objects
        )
        #expect(throws: JSONError.tooDeep(offset: limit, limit: limit)) {
            try JSONDocument(parsing: nested(limit + 1, "[", "]"), limits: limits)
        }
        #expect(throws: JSONError.tooDeep(offset: 5 * limit, limit: limit)) {
            try JSONDocument(
                parsing: nested(limit + 1, "{\"a\":", "}", around: "1"),
                limits: limits
            )
        }
    }

    @Test("no limit lets a text be so deep that reading it exhausts the stack")
    func depthHasAnEnd() {
        let limits = JSONLimits(maximumBytes: 1 << 24, maximumDepth: .max)
        #expect(throws: JSONError.tooDeep(offset: 512, limit: 512)) {
            try JSONDocument(parsing: nested(1 << 20, "[", "]"), limits: limits)
        }
    }

    @Test("brackets that are closed do not count as levels")
    func siblings() throws {
        let limits = JSONLimits(maximumBytes: 1 << 20, maximumDepth: 2)
        let text = Array("[\(Array(repeating: "[]", count: 1000).joined(separator: ","))]".utf8)
        #expect(try JSONDocument(parsing: text, limits: limits).root.count == 1000)
    }

    @Test("a sample cut off anywhere is refused, and nothing is read beyond its end")
    func cutAnywhere() throws {
        let sample = Array(
            #"{"a\u00e9":[1,-2.5e3,true,null,{"x":"é😀\ud83d\ude00\\"}],"b" : "0123456789abcdef012345"}"#
                .utf8
        )
        _ = try JSONDocument(parsing: sample, limits: .untrustedMetadata)
        for length in 0..<sample.count {
            #expect(throws: JSONError.self, "\(length) bytes") {
                try JSONDocument(parsing: Array(sample[..<length]), limits: .untrustedMetadata)
            }
        }
    }

    @Test("any one byte changed is refused or read as what it says", arguments: [UInt8](0...255))
    func changedAnywhere(byte: UInt8) throws {
        let sample = Array(#"{"a":[1,-2],"b":{"c":"x\"y\u0041é"},"d":null}"#.utf8)
        for position in sample.indices {
            var changed = sample
            changed[position] = byte
            guard let read = try? JSONDocument(parsing: changed, limits: .untrustedMetadata) else {
                continue
            }
            let written = read.root.tree.serialized()
            let again = try JSONDocument(parsing: written, limits: .untrustedMetadata)
            #expect(again.root.tree == read.root.tree)
            let isItsOwnForm = (try? read.root.canonicalBytes()) == changed
            #expect(isItsOwnForm || !read.root.isCanonical)
        }
    }

    @Test("a hundred thousand names out of order are told apart, and a pair among them is found")
    func manyNames() throws {
        let names = (0..<100_000).map { "n\($0 &* 7919 % 100_003)" }
        let members = names.map { "\"\($0)\":0" }
        let text = Array("{\(members.joined(separator: ","))}".utf8)
        let root = try JSONDocument(parsing: text, limits: .untrustedMetadata).root
        #expect(root.count == names.count)
        #expect(root["n7919"]?.integer == 0)
        let doubled = Array("{\((members + ["\"n79\\u00319\":1"]).joined(separator: ","))}".utf8)
        #expect(throws: JSONError.duplicateName("n7919", offset: text.count)) {
            try JSONDocument(parsing: doubled, limits: .untrustedMetadata)
        }
    }

    private func nested(
        _ count: Int,
        _ open: String,
        _ close: String,
        around inner: String = ""
    ) -> [UInt8] {
        let opening = String(repeating: open, count: count)
        return Array((opening + inner + String(repeating: close, count: count)).utf8)
    }
}
