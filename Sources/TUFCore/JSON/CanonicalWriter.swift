/// Writes a value of a document in canonical form, straight from the tape.
///
/// The canonical form of a value is never longer than the value as it is written, so one buffer
/// of that size is filled without growing.
@safe
struct CanonicalWriter: ~Copyable {
    private let base: UnsafePointer<UInt8>
    /// Read directly: a reference to the storage would be counted at each word.
    private let words: UnsafePointer<JSONTapeWord>
    private let output: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// Takes a text, its tape, and space for as many bytes as the value as written has.
    init(
        text: UnsafePointer<UInt8>,
        words: UnsafePointer<JSONTapeWord>,
        output: UnsafeMutableBufferPointer<UInt8>
    ) {
        unsafe base = unsafe text
        unsafe self.words = unsafe words
        unsafe self.output = unsafe output
    }

    /// Writes the value at `index` of the tape; gives the number of bytes written.
    mutating func write(valueAt index: Int) throws(JSONError) -> Int {
        try append(valueAt: index)
        return count
    }

    private mutating func append(valueAt index: Int) throws(JSONError) {
        let word = unsafe words[index]
        switch word.kind {
        case .canonicalObject, .canonicalArray:
            unsafe append(from: word.offset, to: words[index + 1].offset)
        case .plainString, .canonicalString:
            append(from: word.offset - 1, to: word.offset + word.length + 1)
        case .canonicalInteger, .true, .false, .null:
            append(from: word.offset, to: word.offset + word.length)
        case .integer:
            append(UInt8(ascii: "0"))
        case .decimal:
            let text = unsafe UnsafeBufferPointer(start: base + word.offset, count: word.length)
            throw unsafe .notAnInteger(String(decoding: text, as: UTF8.self), offset: word.offset)
        case .escapedString:
            appendUnescaped(word)
        case .array:
            try appendArray(at: index)
        case .sortedObject:
            try appendSortedObject(at: index)
        case .unsortedObject:
            try appendMembers(sortedNames(ofObjectAt: index))
        }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        unsafe precondition(count < output.count)
        unsafe output[count] = byte
        count &+= 1
    }

    /// Copies bytes of the text.
    @inline(__always)
    private mutating func append(from start: Int, to end: Int) {
        let length = end &- start
        unsafe precondition(length <= output.count &- count)
        guard let target = unsafe output.baseAddress else { return }
        unsafe (target + count).initialize(from: base + start, count: length)
        count &+= length
    }

    private mutating func appendUnescaped(_ word: JSONTapeWord) {
        append(UInt8(ascii: "\""))
        var unescaped = unsafe UnescapedBytes(base, word)
        while let byte = unescaped.next() {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                append(UInt8(ascii: "\\"))
            }
            append(byte)
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func appendArray(at index: Int) throws(JSONError) {
        append(UInt8(ascii: "["))
        let end = unsafe words[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { append(UInt8(ascii: ",")) }
            try append(valueAt: next)
            next = self.index(after: next)
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func appendSortedObject(at index: Int) throws(JSONError) {
        append(UInt8(ascii: "{"))
        let end = unsafe words[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { append(UInt8(ascii: ",")) }
            try appendMember(at: next)
            next = self.index(after: next + 1)
        }
        append(UInt8(ascii: "}"))
    }

    private mutating func appendMembers(_ names: [Int]) throws(JSONError) {
        append(UInt8(ascii: "{"))
        for (position, name) in names.enumerated() {
            if position > 0 { append(UInt8(ascii: ",")) }
            try appendMember(at: name)
        }
        append(UInt8(ascii: "}"))
    }

    private mutating func appendMember(at name: Int) throws(JSONError) {
        try append(valueAt: name)
        append(UInt8(ascii: ":"))
        try append(valueAt: name + 1)
    }

    @inline(__always)
    private func index(after index: Int) -> Int {
        unsafe words[index].isContainer ? words[index + 1].endIndex : index + 1
    }

    private func sortedNames(ofObjectAt index: Int) -> [Int] {
        let end = unsafe words[index + 1].endIndex
        var names: [Int] = []
        unsafe names.reserveCapacity(words[index].length)
        var next = index + 2
        while next < end {
            names.append(next)
            next = self.index(after: next + 1)
        }
        let (base, words) = unsafe (base, words)
        names.sort {
            unsafe UnescapedBytes.compare(words[$0], words[$1], in: base) < 0
        }
        return names
    }
}
