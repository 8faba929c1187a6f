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
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    let maximumDepth: Int
    var position = 0
    /// How often the text departed from the canonical form.
    ///
    /// A container is canonical when the
    /// number is the same at both its ends.
    var violations = 0
    var tape: GrowingBuffer<JSONTapeWord>
    var frame = Frame(index: 0, violations: 0, isObject: false)
    var outer = GrowingBuffer<Frame>(capacity: 64)
    var depth = 0

    init(_ text: UnsafeBufferPointer<UInt8>, maximumDepth: Int) throws(JSONError) {
        guard let start = text.baseAddress, text.count > 0 else {
            throw .unexpectedEnd(offset: 0, expected: .value)
        }
        unsafe base = start
        count = text.count
        self.maximumDepth = min(maximumDepth, 512)
        // Metadata needs one word for 25 bytes or so.
        tape = GrowingBuffer(capacity: text.count / 24 + 16)
    }

    /// The byte at the position; at the end zero, which fits the grammar nowhere.
    @inline(__always)
    var byte: UInt8 { position < count ? unsafe base[position] : 0 }

    mutating func scan() throws(JSONError) {
        if unsafe count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF {
            throw .byteOrderMark
        }
        try scanRoot()
        skipWhitespace()
        guard position == count else { throw unexpected(.end) }
    }

    /// One turn for each value; what follows it is dealt with by ``finishValue()``.
    @inline(__always)
    private mutating func scanRoot() throws(JSONError) {
        var isDone = false
        while !isDone {
            skipWhitespace()
            switch byte {
            case UInt8(ascii: "\""):
                tape.append(try scanString())
                isDone = try finishValue()
            case UInt8(ascii: "{"):
                try open(isObject: true)
                if byte != UInt8(ascii: "}") {
                    try scanName(expected: .nameOrBrace)
                } else {
                    isDone = try finishValue()
                }
            case UInt8(ascii: "["):
                try open(isObject: false)
                if byte != UInt8(ascii: "]") {
                    frame.count = 1
                } else {
                    isDone = try finishValue()
                }
            default:
                try scanNumberOrLiteral()
                isDone = try finishValue()
            }
        }
    }

    /// Closes what ends here and goes on to the next value; true when there is none.
    @inline(__always)
    private mutating func finishValue() throws(JSONError) -> Bool {
        while depth > 0 {
            skipWhitespace()
            let next = byte
            if next == UInt8(ascii: ",") {
                position &+= 1
                if frame.isObject {
                    skipWhitespace()
                    try scanName(expected: .name)
                } else {
                    frame.count &+= 1
                }
                return false
            }
            guard next == (frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                throw unexpected(frame.isObject ? .commaOrBrace : .commaOrBracket)
            }
            position &+= 1
            try close()
        }
        return true
    }

    @inline(__always)
    private mutating func open(isObject: Bool) throws(JSONError) {
        guard depth < maximumDepth else {
            throw .tooDeep(offset: position, limit: maximumDepth)
        }
        outer.append(frame)
        depth &+= 1
        frame = Frame(index: tape.count, violations: violations, isObject: isObject)
        tape.append(JSONTapeWord(.null, length: 0, offset: position))
        tape.append(JSONTapeWord(endIndex: 0, endOffset: 0))
        position &+= 1
        skipWhitespace()
    }

    @inline(__always)
    private mutating func close() throws(JSONError) {
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
        depth &-= 1
    }

    /// A name and the colon after it.
    @inline(__always)
    private mutating func scanName(expected: JSONError.Expectation) throws(JSONError) {
        guard byte == UInt8(ascii: "\"") else { throw unexpected(expected) }
        let name = try scanString()
        if frame.count > 0 {
            let order = unsafe UnescapedBytes.compare(frame.lastName, name, in: base)
            if order >= 0 {
                if order == 0 { throw duplicate(name) }
                frame.isSorted = false
                violations &+= 1
            }
        }
        frame.lastName = name
        frame.count &+= 1
        tape.append(name)
        skipWhitespace()
        guard byte == UInt8(ascii: ":") else { throw unexpected(.colon) }
        position &+= 1
    }

    @inline(__always)
    mutating func skipWhitespace() {
        guard position < count, unsafe base[position] <= 0x20 else { return }
        skipSomeWhitespace()
    }

    @inline(__always)
    private mutating func skipSomeWhitespace() {
        let start = position
        while position < count {
            // Indented text has long runs of spaces.
            if position &+ 8 <= count, load(at: position) == 0x2020_2020_2020_2020 {
                position &+= 8
                continue
            }
            let byte = unsafe base[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
            position &+= 1
        }
        if position != start { violations &+= 1 }
    }

    @inline(__always)
    func load(at offset: Int) -> UInt64 {
        unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            .littleEndian
    }

    @inline(never)
    func unexpected(_ expected: JSONError.Expectation, at offset: Int? = nil) -> JSONError {
        let offset = offset ?? position
        return offset < count
            ? unsafe .unexpectedByte(offset: offset, found: base[offset], expected: expected)
            : .unexpectedEnd(offset: offset, expected: expected)
    }

    @inline(never)
    func duplicate(_ name: JSONTapeWord) -> JSONError {
        let bytes = unsafe UnescapedBytes.all(of: name, in: base)
        return .duplicateName(String(decoding: bytes, as: UTF8.self), offset: name.offset - 1)
    }
}

extension JSONScanner {
    /// Gives the tape away.
    consuming func finish() -> GrowingBuffer<JSONTapeWord> { tape }
}
