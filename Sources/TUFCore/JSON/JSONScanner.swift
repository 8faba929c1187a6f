/// Checks a JSON text in one pass and writes its tape.
///
/// Its state is in the fields of a value that cannot be copied, and its methods are inlined into
/// one loop: the same algorithm as nested functions over captured variables runs five times
/// slower, since each access to a captured variable is checked for exclusivity.
@safe
struct JSONScanner: ~Copyable {
    /// An object or array that is open.
    struct Frame: BitwiseCopyable {
        /// The index of its first word.
        var index: Int
        /// ``JSONScanner/violations`` before it.
        var violations: Int
        var isObject: Bool
        /// Members or elements so far.
        var count = 0
        /// Whether each name so far sorts after the one before it.
        var isSorted = true
        /// The name of the last member.
        var lastName = JSONTapeWord(.null, length: 0, offset: 0)
        /// The index of the last object or array in it that was scanned word by word; 0 for none.
        var lastChild = 0
    }

    let text: JSONText
    let maximumDepth: Int
    /// How often the text departed from the canonical form.
    ///
    /// A container is canonical when the
    /// number is the same at both its ends.
    var violations = 0
    var tape: GrowingBuffer<JSONTapeWord>
    var frame = Frame(index: 0, violations: 0, isObject: false)
    var outer = GrowingBuffer<Frame>(capacity: 64)
    var depth = 0
    var repetition = JSONRepetition()

    init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) throws(JSONError) {
        guard let start = bytes.baseAddress, bytes.count > 0 else {
            throw .unexpectedEnd(offset: 0, expected: .value)
        }
        unsafe text = JSONText(base: start, count: bytes.count)
        self.maximumDepth = min(maximumDepth, 512)
        // Metadata needs one word for 10 to 25 bytes. Words that are never written cost nothing,
        // copying those that were does.
        tape = GrowingBuffer(capacity: bytes.count / 10 + 16)
    }

    mutating func scan() throws(JSONError) {
        if text.byte(at: 0) == 0xEF && text.byte(at: 1) == 0xBB && text.byte(at: 2) == 0xBF {
            throw .byteOrderMark
        }
        let end = text.skipWhitespace(from: try scanRoot())
        guard end == text.count else { throw text.unexpected(.end, at: end) }
    }

    /// One turn for each value; gives the position after the outermost one.
    @inline(__always)
    private mutating func scanRoot() throws(JSONError) -> Int {
        var position = 0
        while true {
            position = skipWhitespace(from: position)
            switch text.byte(at: position) {
            case UInt8(ascii: "\""):
                let word = try scanString(at: position)
                tape.append(word)
                position = word.offset &+ word.length &+ 1
            case UInt8(ascii: "{"):
                let end = scanRepetition(at: position)
                if end > 0 {
                    position = end
                    break
                }
                position = try open(at: position, isObject: true)
                if text.byte(at: position) != UInt8(ascii: "}") {
                    position = try scanName(at: position, expected: .nameOrBrace)
                    continue
                }
            case UInt8(ascii: "["):
                position = try open(at: position, isObject: false)
                if text.byte(at: position) != UInt8(ascii: "]") {
                    frame.count = 1
                    continue
                }
            case let byte:
                position = try scanNumberOrLiteral(byte, at: position)
            }
            // What ends here is closed, up to the comma before the next value.
            while true {
                if depth == 0 { return position }
                position = skipWhitespace(from: position)
                let next = text.byte(at: position)
                if next == UInt8(ascii: ",") {
                    position = try startNext(after: position &+ 1)
                    break
                }
                guard next == (frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw text.unexpected(
                        frame.isObject ? .commaOrBrace : .commaOrBracket,
                        at: position
                    )
                }
                position &+= 1
                try close(at: position)
            }
        }
    }

    /// After a comma: the name of the next member, or nothing but a count.
    @inline(__always)
    private mutating func startNext(after comma: Int) throws(JSONError) -> Int {
        guard frame.isObject else {
            frame.count &+= 1
            return comma
        }
        return try scanName(at: skipWhitespace(from: comma), expected: .name)
    }

    @inline(__always)
    private mutating func open(at position: Int, isObject: Bool) throws(JSONError) -> Int {
        guard depth < maximumDepth else { throw .tooDeep(offset: position, limit: maximumDepth) }
        outer.append(frame)
        depth &+= 1
        frame = Frame(index: tape.count, violations: violations, isObject: isObject)
        tape.append(JSONTapeWord(.null, length: 0, offset: position))
        tape.append(JSONTapeWord(endIndex: 0, endOffset: 0))
        return skipWhitespace(from: position &+ 1)
    }

    @inline(__always)
    private mutating func close(at position: Int) throws(JSONError) {
        let index = frame.index
        if frame.isObject && !frame.isSorted {
            try refuseDuplicateNames(ofObjectAt: index, count: frame.count)
        }
        let isCanonical = frame.violations == violations
        let kind: JSONTapeWord.Kind =
            if frame.isObject {
                isCanonical ? .canonicalObject : frame.isSorted ? .sortedObject : .unsortedObject
            } else {
                isCanonical ? .canonicalArray : .array
            }
        tape[index] = JSONTapeWord(kind, length: frame.count, offset: tape[index].offset)
        tape[index &+ 1] = JSONTapeWord(endIndex: tape.count, endOffset: position)
        frame = outer.removeLast()
        frame.lastChild = index
        depth &-= 1
    }

    /// A name and the colon after it.
    @inline(__always)
    private mutating func scanName(
        at position: Int,
        expected: JSONError.Expectation
    ) throws(JSONError) -> Int {
        guard text.byte(at: position) == UInt8(ascii: "\"") else {
            throw text.unexpected(expected, at: position)
        }
        let name = try scanString(at: position)
        if frame.count > 0 {
            let order = unsafe UnescapedBytes.compare(frame.lastName, name, in: text.base)
            if order >= 0 {
                if order == 0 { throw duplicate(name) }
                frame.isSorted = false
                violations &+= 1
            }
        }
        frame.lastName = name
        frame.count &+= 1
        tape.append(name)
        let colon = skipWhitespace(from: name.offset &+ name.length &+ 1)
        guard text.byte(at: colon) == UInt8(ascii: ":") else {
            throw text.unexpected(.colon, at: colon)
        }
        return colon &+ 1
    }

    /// The first position that holds no whitespace; the canonical form has none.
    @inline(__always)
    private mutating func skipWhitespace(from position: Int) -> Int {
        let end = text.skipWhitespace(from: position)
        if end != position { violations &+= 1 }
        return end
    }

    @inline(never)
    func duplicate(_ name: JSONTapeWord) -> JSONError {
        let bytes = unsafe UnescapedBytes.all(of: name, in: text.base)
        return .duplicateName(String(decoding: bytes, as: UTF8.self), offset: name.offset - 1)
    }
}

extension JSONScanner {
    /// Gives the tape away.
    consuming func finish() -> GrowingBuffer<JSONTapeWord> { tape }
}
