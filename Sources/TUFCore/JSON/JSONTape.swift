/// The words of a document, read only, so that threads may share them.
final class JSONTape: @unchecked Sendable {
    private let words: GrowingBuffer<JSONTapeWord>

    init(_ words: consuming GrowingBuffer<JSONTapeWord>) {
        self.words = words
    }

    @inline(__always)
    subscript(_ index: Int) -> JSONTapeWord { words[index] }

    /// Lends the words.
    @inline(__always)
    func withUnsafeWords<Result>(
        _ body: (UnsafePointer<JSONTapeWord>) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try unsafe words.withUnsafeElements(body)
    }
}
