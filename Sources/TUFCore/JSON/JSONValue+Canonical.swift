extension JSONValue {
    /// The canonical form (OLPC canonical JSON): members sorted by the bytes of their names, no
    /// whitespace, only `\` and `"` escaped, numbers that are integers.
    ///
    /// - Throws: ``JSONError/notAnInteger(_:offset:)`` for any other number.
    public func canonicalBytes() throws(JSONError) -> [UInt8] {
        if isCanonical { return Array(storage.bytes[byteRange]) }
        var writer = CanonicalWriter(storage, capacity: byteRange.count)
        return try writer.write(valueAt: index)
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
        return try unsafe canonicalBytes().withUnsafeBytes { unsafe body($0) }
    }
}
