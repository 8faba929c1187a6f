/// A parsed text: its bytes and its tape, shared by the document and all its cursors.
final class JSONStorage: Sendable {
    let bytes: [UInt8]
    let tape: JSONTape

    init(parsing bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
        let limit = min(limits.maximumBytes, JSONTapeWord.maximumBytes)
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        tape = try unsafe bytes.withUnsafeBufferPointer { (text) throws(JSONError) in
            var scanner = try unsafe JSONScanner(text, maximumDepth: limits.maximumDepth)
            try scanner.scan()
            return JSONTape(scanner.finish())
        }
        self.bytes = bytes
    }

    /// The index of the word after the value at `index`.
    @inline(__always)
    func index(after index: Int) -> Int {
        tape[index].isContainer ? tape[index + 1].endIndex : index + 1
    }

    /// The index of the value of the member of the object at `index` that has this name.
    func valueIndex(ofMember name: UnsafeBufferPointer<UInt8>, inObjectAt index: Int) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return nil }
            let end = tape[index + 1].endIndex
            var next = index + 2
            while next < end {
                if unsafe isEqual(tape[next], name, in: base) { return next + 1 }
                next = self.index(after: next + 1)
            }
            return nil
        }
    }

    /// Whether the string at `index` stands for these bytes.
    func isName(at index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return false }
            return unsafe isEqual(tape[index], name, in: base)
        }
    }

    @inline(__always)
    private func isEqual(
        _ word: JSONTapeWord,
        _ name: UnsafeBufferPointer<UInt8>,
        in base: UnsafePointer<UInt8>
    ) -> Bool {
        if !word.isKind(.plainString) {
            return unsafe UnescapedBytes.all(of: word, in: base).elementsEqual(name)
        }
        guard word.length == name.count else { return false }
        guard let start = name.baseAddress else { return true }
        return unsafe ByteOrder.compare(base + word.offset, word.length, start, name.count) == 0
    }

    /// The text that the string at `index` stands for.
    func string(at index: Int) -> String {
        let word = tape[index]
        if word.isKind(.plainString) {
            return String(decoding: bytes[word.offset..<word.offset + word.length], as: UTF8.self)
        }
        return unsafe bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return "" }
            return unsafe String(decoding: UnescapedBytes.all(of: word, in: base), as: UTF8.self)
        }
    }
}
