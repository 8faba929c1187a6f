/// Writes values of a document in canonical form, straight from the tape.
struct CanonicalWriter: ~Copyable {
    private let storage: JSONStorage
    private var output: [UInt8] = []

    init(_ storage: JSONStorage, capacity: Int) {
        self.storage = storage
        output.reserveCapacity(capacity)
    }

    mutating func write(valueAt index: Int) throws(JSONError) -> [UInt8] {
        try append(valueAt: index)
        return output
    }

    private mutating func append(valueAt index: Int) throws(JSONError) {
        let word = storage.tape[index]
        switch word.kind {
        case .canonicalObject, .canonicalArray:
            append(word.offset..<storage.tape[index + 1].offset)
        case .plainString, .canonicalString:
            append(word.offset - 1..<word.offset + word.length + 1)
        case .canonicalInteger, .true, .false, .null:
            append(word.offset..<word.offset + word.length)
        case .integer:
            output.append(UInt8(ascii: "0"))
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

    private mutating func append(_ range: Range<Int>) {
        output.append(contentsOf: storage.bytes[range])
    }

    private mutating func appendUnescaped(_ word: JSONTapeWord) {
        output.append(UInt8(ascii: "\""))
        unsafe storage.bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            var unescaped = unsafe UnescapedBytes(base, word)
            while let byte = unescaped.next() { output.appendEscaped(byte) }
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func appendArray(at index: Int) throws(JSONError) {
        output.append(UInt8(ascii: "["))
        let end = storage.tape[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { output.append(UInt8(ascii: ",")) }
            try append(valueAt: next)
            next = storage.index(after: next)
        }
        output.append(UInt8(ascii: "]"))
    }

    private mutating func appendSortedObject(at index: Int) throws(JSONError) {
        output.append(UInt8(ascii: "{"))
        let end = storage.tape[index + 1].endIndex
        var next = index + 2
        while next < end {
            if next > index + 2 { output.append(UInt8(ascii: ",")) }
            try appendMember(at: next)
            next = storage.index(after: next + 1)
        }
        output.append(UInt8(ascii: "}"))
    }

    private mutating func appendMembers(_ names: [Int]) throws(JSONError) {
        output.append(UInt8(ascii: "{"))
        for (position, name) in names.enumerated() {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            try appendMember(at: name)
        }
        output.append(UInt8(ascii: "}"))
    }

    private mutating func appendMember(at name: Int) throws(JSONError) {
        try append(valueAt: name)
        output.append(UInt8(ascii: ":"))
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
        unsafe storage.bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            names.sort {
                unsafe UnescapedBytes.compare(storage.tape[$0], storage.tape[$1], in: base) < 0
            }
        }
        return names
    }
}

extension [UInt8] {
    /// Appends a byte of a string in canonical form.
    @inline(__always)
    mutating func appendEscaped(_ byte: UInt8) {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            append(UInt8(ascii: "\\"))
        }
        append(byte)
    }
}
