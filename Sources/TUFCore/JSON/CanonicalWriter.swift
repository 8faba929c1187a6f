/// Writes a value of a document in canonical form, straight from the tape.
///
/// It writes into a buffer that is lent to it. When the buffer is full, what it holds is given to a
/// digest, so that a large value is hashed without ever being in memory as a whole. The position in
/// the buffer goes in and comes out of each function: kept in a field, it would be written to
/// memory at each token.
@safe
struct CanonicalWriter: ~Copyable {
    /// So many bytes more than it fills must the buffer have.
    ///
    /// Texts are copied in words of 16 bytes, and what stands between two values is written without
    /// looking whether there is room.
    static let slack = longest + 32
    /// Longer texts are copied by the C library: a SHA-512 in hexadecimal digits is shorter.
    private static let longest = 144

    private let text: JSONText
    /// Read directly: a reference to the storage would be counted at each word.
    private let words: UnsafePointer<JSONTapeWord>
    private let output: UnsafeMutableRawPointer
    private let capacity: Int
    private var digest: IncrementalDigest?

    /// Takes a text, its tape, and a buffer of more than ``slack`` bytes.
    ///
    /// Without a digest the buffer must have space for ``slack`` more bytes than the value as
    /// written has: the canonical form is never longer.
    init(
        text: JSONText,
        words: UnsafePointer<JSONTapeWord>,
        output: UnsafeMutableRawPointer,
        capacity: Int,
        digest: consuming IncrementalDigest? = nil
    ) {
        self.text = text
        unsafe self.words = unsafe words
        unsafe self.output = unsafe output
        self.capacity = capacity - Self.slack
        self.digest = digest
    }

    /// Writes the value at `index` of the tape; gives the number of bytes in the buffer.
    mutating func write(valueAt index: Int) throws(JSONError) -> Int {
        try append(valueAt: index, at: 0)
    }

    /// Writes the value at `index` of the tape; gives the digest of it.
    mutating func digest(ofValueAt index: Int) throws(JSONError) -> Digest? {
        let count = try append(valueAt: index, at: 0)
        _ = flush(count)
        return digest.take()?.finalize()
    }

    private mutating func append(valueAt index: Int, at count: Int) throws(JSONError) -> Int {
        let word = unsafe words[index]
        switch word.kind {
        case .canonicalObject, .canonicalArray:
            return unsafe append(from: word.offset, to: words[index + 1].offset, at: count)
        case .plainString, .canonicalString:
            return append(from: word.offset &- 1, to: word.offset &+ word.length &+ 1, at: count)
        case .canonicalInteger, .true, .false, .null:
            return append(from: word.offset, to: word.offset &+ word.length, at: count)
        case .integer:
            return append(UInt8(ascii: "0"), at: count)
        case .decimal:
            throw notAnInteger(word)
        case .escapedString:
            return appendUnescaped(word, at: count)
        case .array:
            return try appendArray(at: index, at: count)
        case .sortedObject:
            return try appendSortedObject(at: index, at: count)
        case .unsortedObject:
            return try appendMembers(sortedNames(ofObjectAt: index), at: count)
        }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8, at count: Int) -> Int {
        let start = count < capacity ? count : flush(count)
        unsafe output.storeBytes(of: byte, toByteOffset: start, as: UInt8.self)
        return start &+ 1
    }

    /// A byte after a name or value, whose space was made with theirs.
    @inline(__always)
    private mutating func punctuate(_ byte: UInt8, at count: Int) -> Int {
        unsafe output.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        return count &+ 1
    }

    /// Copies bytes of the text.
    @inline(__always)
    private mutating func append(from start: Int, to end: Int, at count: Int) -> Int {
        let length = end &- start
        guard length <= Self.longest, start &+ Self.slack <= text.count, count < capacity else {
            return appendLong(from: start, to: end, at: count)
        }
        // More than needed, over bytes that are written next or never: cheaper than a loop.
        let source = unsafe UnsafeRawPointer(text.base) + start
        var offset = 0
        repeat {
            let part = unsafe source.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            unsafe (output + count)
                .storeBytes(of: part, toByteOffset: offset, as: SIMD16<UInt8>.self)
            offset &+= 16
        } while offset < length
        return count &+ length
    }

    @inline(never)
    private mutating func appendLong(from start: Int, to end: Int, at count: Int) -> Int {
        // What was written without looking for room may have gone beyond the capacity.
        var (start, count) = (start, count < capacity ? count : flush(count))
        while true {
            let length = min(end - start, capacity - count)
            unsafe (output + count).copyMemory(from: text.base + start, byteCount: length)
            start += length
            count += length
            if start == end { return count }
            count = flush(count)
        }
    }

    /// Gives the bytes so far to the digest; the buffer is empty then.
    @inline(never)
    private mutating func flush(_ count: Int) -> Int {
        precondition(digest != nil, "a canonical form is longer than the text")
        unsafe digest?.update(UnsafeRawBufferPointer(start: output, count: count))
        return 0
    }

    private mutating func appendUnescaped(_ word: JSONTapeWord, at count: Int) -> Int {
        var count = append(UInt8(ascii: "\""), at: count)
        var unescaped = unsafe UnescapedBytes(text.base, word)
        while let byte = unescaped.next() {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                count = append(UInt8(ascii: "\\"), at: count)
            }
            count = append(byte, at: count)
        }
        return append(UInt8(ascii: "\""), at: count)
    }

    private mutating func appendArray(at index: Int, at count: Int) throws(JSONError) -> Int {
        var count = append(UInt8(ascii: "["), at: count)
        let end = unsafe words[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { count = punctuate(UInt8(ascii: ","), at: count) }
            count = try appendElement(at: next, at: count)
            next = self.index(after: next)
        }
        return append(UInt8(ascii: "]"), at: count)
    }

    private mutating func appendSortedObject(
        at index: Int,
        at count: Int
    ) throws(JSONError) -> Int {
        var count = append(UInt8(ascii: "{"), at: count)
        let end = unsafe words[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { count = punctuate(UInt8(ascii: ","), at: count) }
            count = try appendMember(at: next, at: count)
            next = self.index(after: next + 1)
        }
        return append(UInt8(ascii: "}"), at: count)
    }

    private mutating func appendMembers(_ names: [Int], at count: Int) throws(JSONError) -> Int {
        var count = append(UInt8(ascii: "{"), at: count)
        for (position, name) in names.enumerated() {
            if position > 0 { count = punctuate(UInt8(ascii: ","), at: count) }
            count = try appendMember(at: name, at: count)
        }
        return append(UInt8(ascii: "}"), at: count)
    }

    @inline(__always)
    private mutating func appendMember(at name: Int, at count: Int) throws(JSONError) -> Int {
        let word = unsafe words[name]
        let named =
            word.isKind(.escapedString)
            ? appendUnescaped(word, at: count)
            : append(from: word.offset &- 1, to: word.offset &+ word.length &+ 1, at: count)
        return try appendElement(at: name &+ 1, at: punctuate(UInt8(ascii: ":"), at: named))
    }

    /// As ``append(valueAt:at:)``, without a call for what is met most often.
    @inline(__always)
    private mutating func appendElement(at index: Int, at count: Int) throws(JSONError) -> Int {
        let word = unsafe words[index]
        if word.isKind(.plainString) {
            return append(from: word.offset &- 1, to: word.offset &+ word.length &+ 1, at: count)
        }
        if word.isKind(.canonicalInteger) {
            return append(from: word.offset, to: word.offset &+ word.length, at: count)
        }
        return try append(valueAt: index, at: count)
    }

    @inline(__always)
    private func index(after index: Int) -> Int {
        unsafe words[index].isContainer ? words[index + 1].endIndex : index + 1
    }

    @inline(never)
    private func notAnInteger(_ word: JSONTapeWord) -> JSONError {
        let digits = unsafe UnsafeBufferPointer(start: text.base + word.offset, count: word.length)
        return unsafe .notAnInteger(String(decoding: digits, as: UTF8.self), offset: word.offset)
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
        let (base, words) = unsafe (text.base, words)
        names.sort {
            unsafe UnescapedBytes.compare(words[$0], words[$1], in: base) < 0
        }
        return names
    }
}
