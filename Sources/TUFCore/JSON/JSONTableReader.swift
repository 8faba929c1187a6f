/// Looks at the kinds of many values in one pass over the tape, without making anything of them.
@safe
struct JSONTableReader {
    private let storage: JSONStorage
    private let base: UnsafePointer<UInt8>
    private let record: JSONRecord

    init(_ storage: JSONStorage, base: UnsafePointer<UInt8>, record: JSONRecord) {
        self.storage = storage
        unsafe self.base = base
        self.record = record
    }

    /// Whether every member of the object at `index` is such a record, or null.
    func isTable(at index: Int) -> Bool {
        allValues(at: index) { isRecord(at: $0) }
    }

    private func isRecord(at index: Int) -> Bool {
        let word = storage.tape[index]
        guard word.isObject else { return word.isKind(.null) }
        let end = storage.tape[index + 1].endIndex
        var next = index + 2
        while next < end {
            for (name, kind) in record.members {
                let isNamed = unsafe name.withUnsafeBufferPointer {
                    unsafe storage.isName(at: next, $0)
                }
                guard !isNamed || isKind(kind, at: next + 1) else { return false }
            }
            next = storage.index(after: next + 1)
        }
        return true
    }

    private func isKind(_ kind: JSONRecord.Kind, at index: Int) -> Bool {
        let word = storage.tape[index]
        if word.isKind(.null) { return true }
        switch kind {
        case .integer: return word.isKind(.canonicalInteger) || word.isKind(.integer)
        case .base64Table:
            return word.isObject && allValues(at: index) { isBase64(storage.tape[$0]) }
        }
    }

    private func isBase64(_ word: JSONTapeWord) -> Bool {
        if word.isKind(.null) { return true }
        guard word.isKind(.plainString) else {
            guard word.kind.isString else { return false }
            return Base64.decode(utf8: unsafe UnescapedBytes.all(of: word, in: base)) != nil
        }
        var length = word.length
        guard length & 3 == 0 else { return false }
        let text = unsafe base + word.offset
        for _ in 0..<2 {
            if length > 0, unsafe text[length - 1] == UInt8(ascii: "=") { length -= 1 }
        }
        return unsafe Base64.areDigits(UnsafeBufferPointer(start: text, count: length))
    }

    @inline(__always)
    private func allValues(at index: Int, _ isRight: (Int) -> Bool) -> Bool {
        let end = storage.tape[index + 1].endIndex
        var next = index + 2
        while next < end {
            guard isRight(next + 1) else { return false }
            next = storage.index(after: next + 1)
        }
        return true
    }
}

extension JSONValue {
    /// Whether this is an object whose members are all such records, or null.
    package func isTable(of record: JSONRecord) -> Bool {
        guard kind == .object else { return false }
        return unsafe storage.bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return false }
            return unsafe JSONTableReader(storage, base: base, record: record).isTable(at: index)
        }
    }
}
