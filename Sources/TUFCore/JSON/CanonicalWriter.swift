/// Writes a value of a document in canonical form, straight from the tape.
///
/// The canonical form of a value is never longer than the value as it is written, so one buffer
/// of that size is filled without growing.
@safe
struct CanonicalWriter: ~Copyable {
    private let storage: JSONStorage
    private let base: UnsafePointer<UInt8>
    private let output: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// Takes the text of `storage`, and space for as many bytes as the value as written has.
    init(
        _ storage: JSONStorage,
        base: UnsafePointer<UInt8>,
        output: UnsafeMutableBufferPointer<UInt8>
    ) {
        self.storage = storage
        unsafe self.base = unsafe base
        unsafe self.output = unsafe output
    }

    /// Writes the value at `index` of the tape; gives the number of bytes written.
    mutating func write(valueAt index: Int) throws(JSONError) -> Int {
        try append(valueAt: index)
        return count
    }

    private mutating func append(valueAt index: Int) throws(JSONError) {
        let word = storage.tape[index]
        switch word.kind {
        case .canonicalObject, .canonicalArray:
            append(from: word.offset, to: storage.tape[index + 1].offset)
        case .plainString, .canonicalString:
            append(from: word.offset - 1, to: word.offset + word.length + 1)
        case .canonicalInteger, .true, .false, .null:
            append(from: word.offset, to: word.offset + word.length)
        case .integer:
            append(UInt8(ascii: "0"))
        case .decimal:
            let text = JSONValue(storage: storage, index: index).written
            throw .notAnInteger(text, offset: word.offset)
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
        let end = storage.tape[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { append(UInt8(ascii: ",")) }
            try append(valueAt: next)
            next = storage.index(after: next)
        }
        append(UInt8(ascii: "]"))
    }

    private mutating func appendSortedObject(at index: Int) throws(JSONError) {
        append(UInt8(ascii: "{"))
        let end = storage.tape[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { append(UInt8(ascii: ",")) }
            try appendMember(at: next)
            next = storage.index(after: next + 1)
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

    private func sortedNames(ofObjectAt index: Int) -> [Int] {
        let end = storage.tape[index + 1].endIndex
        var names: [Int] = []
        names.reserveCapacity(storage.tape[index].length)
        var next = index + 2
        while next < end {
            names.append(next)
            next = storage.index(after: next + 1)
        }
        let storage = storage
        let base = unsafe base
        names.sort {
            unsafe UnescapedBytes.compare(storage.tape[$0], storage.tape[$1], in: base) < 0
        }
        return names
    }
}
