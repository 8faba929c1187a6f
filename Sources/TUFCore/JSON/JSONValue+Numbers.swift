extension JSONValue {
    /// Whether every integer in this value is the same as floating point of 64 bits, which is what
    /// many readers take it for.
    package var hasOnlyExactIntegers: Bool {
        let end = storage.index(after: index)
        return (index..<end)
            .allSatisfy { index in
                let word = storage.tape[index]
                // Of fifteen digits each is exact.
                guard word.isKind(.canonicalInteger), word.length > 15 else { return true }
                return JSONValue(storage: storage, index: index).integer
                    .map { Double(exactly: $0) != nil } ?? true
            }
    }
}
