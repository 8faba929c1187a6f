extension JSONValue {
    /// Gives the index and the hash of each member's name.
    func forEachMember(_ body: (_ index: Int, _ hash: Int) -> Void) {
        let members = members
        unsafe storage.bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            var next = members.indices.lowerBound
            while next < members.indices.upperBound {
                let word = storage.tape[next]
                if word.isKind(.plainString) {
                    let start = unsafe base + word.offset
                    let name = unsafe UnsafeBufferPointer(start: start, count: word.length)
                    body(next, unsafe Self.hash(ofName: name))
                } else {
                    let bytes = unsafe UnescapedBytes.all(of: word, in: base)
                    unsafe bytes.withUnsafeBufferPointer {
                        body(next, unsafe Self.hash(ofName: $0))
                    }
                }
                next = storage.index(after: next + 1)
            }
        }
    }

    /// Of the bytes of a name, with the seed that the process drew at its start.
    static func hash(ofName bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        return hasher.finalize()
    }

    /// The value after the name at `index`, where the name has these bytes.
    func value(
        ofNameAt index: Int,
        ifEqual name: UnsafeBufferPointer<UInt8>
    ) -> JSONValue? {
        guard unsafe storage.isName(at: index, name) else { return nil }
        return JSONValue(storage: storage, index: index + 1)
    }
}
