extension JSONValue {
    /// The canonical form (OLPC canonical JSON): members sorted by the bytes of their names, no
    /// whitespace, only `\` and `"` escaped, numbers that are integers.
    ///
    /// - Throws: ``JSONError/notAnInteger(_:offset:)`` for any other number.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        if isCanonical { return Array(storage.bytes[byteRange]) }
        var failure: JSONError?
        let capacity = byteRange.count + CanonicalWriter.slack
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            guard let start = output.baseAddress else { return }
            do throws(JSONError) {
                count = try unsafe writeCanonicalForm(to: start, capacity: capacity)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// The digest of the canonical form, of which only about `buffering` bytes are in memory.
    ///
    /// - Throws: ``JSONError/notAnInteger(_:offset:)`` for a number that is no 64-bit integer.
    package func canonicalDigest(
        _ algorithm: HashAlgorithm,
        buffering: Int = hashingBytes
    ) throws(JSONError) -> Digest {
        if isCanonical {
            let range = byteRange
            return unsafe storage.bytes.withUnsafeBytes {
                unsafe algorithm.digest(of: UnsafeRawBufferPointer(rebasing: $0[range]))
            }
        }
        let capacity = buffering + CanonicalWriter.slack
        let output = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        defer { unsafe output.deallocate() }
        let digest = try unsafe withTape { (text, words) throws(JSONError) in
            var writer = unsafe CanonicalWriter(
                text: text,
                words: words,
                output: output,
                capacity: capacity,
                digest: IncrementalDigest(algorithm)
            )
            return try writer.digest(ofValueAt: index)
        }
        guard let digest else { return algorithm.digest(of: try canonicalBytes()) }
        return digest
    }

    /// Hashed at once: few enough that they are still in the fastest cache.
    package static let hashingBytes = 16 << 10

    /// Lends the canonical form, where it lies in the text when the value is written so.
    ///
    /// - Throws: ``JSONError/notAnInteger(_:offset:)`` for a number that is no 64-bit integer.
    package func withCanonicalBytes<Result>(
        _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(JSONError) -> Result {
        if isCanonical {
            let range = byteRange
            return unsafe storage.bytes.withUnsafeBytes {
                unsafe body(UnsafeRawBufferPointer(rebasing: $0[range]))
            }
        }
        let capacity = byteRange.count + CanonicalWriter.slack
        let output = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
        defer { unsafe output.deallocate() }
        let count = try unsafe writeCanonicalForm(to: output, capacity: capacity)
        return unsafe body(UnsafeRawBufferPointer(start: output, count: count))
    }

    private func writeCanonicalForm(
        to output: UnsafeMutableRawPointer,
        capacity: Int
    ) throws(JSONError) -> Int {
        try unsafe withTape { (text, words) throws(JSONError) in
            var writer = unsafe CanonicalWriter(
                text: text,
                words: words,
                output: output,
                capacity: capacity
            )
            return try writer.write(valueAt: index)
        }
    }

    private func withTape<Result>(
        _ body: (JSONText, UnsafePointer<JSONTapeWord>) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try unsafe storage.bytes.withUnsafeBufferPointer { (bytes) throws(JSONError) in
            // An empty text is no JSON, so there is a first byte.
            guard let base = bytes.baseAddress else {
                throw .unexpectedEnd(offset: 0, expected: .value)
            }
            let text = unsafe JSONText(base: base, count: bytes.count)
            return try unsafe storage.tape.withUnsafeWords { (words) throws(JSONError) in
                try unsafe body(text, words)
            }
        }
    }
}
