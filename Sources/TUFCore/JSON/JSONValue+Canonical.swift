extension JSONValue {
    /// The canonical form (OLPC canonical JSON): members sorted by the bytes of their names, no
    /// whitespace, only `\` and `"` escaped, numbers that are integers.
    ///
    /// - Throws: ``JSONError/notAnInteger(_:offset:)`` for any other number.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        if isCanonical { return Array(storage.bytes[byteRange]) }
        var failure: JSONError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteRange.count) { output, count in
            do throws(JSONError) {
                count = try unsafe writeCanonicalForm(to: output)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

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
        let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: byteRange.count)
        defer { unsafe output.deallocate() }
        let count = try unsafe writeCanonicalForm(to: output)
        return unsafe body(
            UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output)[..<count])
        )
    }

    private func writeCanonicalForm(
        to output: UnsafeMutableBufferPointer<UInt8>
    ) throws(JSONError) -> Int {
        try unsafe storage.bytes.withUnsafeBufferPointer { (text) throws(JSONError) in
            guard let base = text.baseAddress else { return 0 }
            return try unsafe storage.tape.withUnsafeWords { (words) throws(JSONError) in
                var writer = unsafe CanonicalWriter(text: base, words: words, output: output)
                return try writer.write(valueAt: index)
            }
        }
    }
}
