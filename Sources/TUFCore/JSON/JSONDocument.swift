/// A JSON text that has been checked as a whole and can be read without being checked again.
///
/// Accepted is RFC 8259 with nothing left to the reader's choice: the whole input is one value in
/// well-formed UTF-8 without byte order mark, no object has two members of one name, every
/// escape gives a character, and ``JSONLimits`` are kept. Reading allocates nothing for each
/// token: the values are cursors into one array, so copies of a document are cheap.
public struct JSONDocument: Sendable {
    private let storage: JSONStorage

    /// Checks `bytes`.
    ///
    /// - Throws: a ``JSONError`` that names the first byte that is wrong, or the limit.
    public init(parsing bytes: [UInt8], limits: JSONLimits) throws(JSONError) {
        storage = try JSONStorage(parsing: bytes, limits: limits)
    }

    /// The text exactly as received.
    public var bytes: [UInt8] { storage.bytes }

    /// The one value that the text is.
    public var root: JSONValue { JSONValue(storage: storage, index: 0) }
}
