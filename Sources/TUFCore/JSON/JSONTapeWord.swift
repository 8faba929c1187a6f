/// One entry of a tape: a kind (4 bits), a length (28 bits) and an offset into the text (32 bits).
///
/// A scalar is one word; for a string, length and offset are those of what is between the quotes.
/// An object or array is two words and then its content: the first word has the number of
/// members or elements and the offset of the opening bracket, the second the index of the word
/// after the content, and the offset of the byte after the closing bracket.
struct JSONTapeWord: BitwiseCopyable {
    /// The kinds tell what a reader wants to know without looking at the text again.
    enum Kind: UInt8 {
        /// Canonical, so sorted.
        case canonicalObject
        /// Names in canonical order, something else is not canonical.
        case sortedObject
        case unsortedObject
        case canonicalArray
        case array
        /// Without any escape.
        case plainString
        /// With `\\` and `\"` as only escapes, which are those of the canonical form.
        case canonicalString
        /// With other escapes.
        case escapedString
        case canonicalInteger
        /// `-0`.
        case integer
        case decimal
        case `true`
        case `false`
        case null
    }

    /// Texts of more bytes would not fit the fields.
    static let maximumBytes = 1 << 28 - 1

    let bits: UInt64

    @inline(__always)
    init(_ kind: Kind, length: Int, offset: Int) {
        bits =
            UInt64(truncatingIfNeeded: kind.rawValue) << 60
            | UInt64(truncatingIfNeeded: length) << 32 | UInt64(truncatingIfNeeded: offset)
    }

    @inline(__always)
    init(endIndex: Int, endOffset: Int) {
        bits = UInt64(truncatingIfNeeded: endIndex) << 32 | UInt64(truncatingIfNeeded: endOffset)
    }

    /// The same entry with more in its fields, as ``JSONRepetition`` has it.
    @inline(__always)
    func adding(_ fields: UInt64) -> JSONTapeWord { JSONTapeWord(bits: bits &+ fields) }

    @inline(__always)
    private init(bits: UInt64) {
        self.bits = bits
    }

    /// As comparing ``kind``, which takes a call.
    @inline(__always)
    func isKind(_ kind: Kind) -> Bool { bits >> 60 == UInt64(kind.rawValue) }

    /// The kind; a word of which the scanner wrote none does not occur.
    ///
    /// `Kind(rawValue:)` would be a call for each word, and the number is within range here.
    @inline(__always)
    var kind: Kind {
        let number = min(UInt8(truncatingIfNeeded: bits >> 60), Kind.null.rawValue)
        return unsafe unsafeBitCast(number, to: Kind.self)
    }
    @inline(__always)
    var length: Int { Int(truncatingIfNeeded: bits >> 32 & 0x0FFF_FFFF) }
    @inline(__always)
    var offset: Int { Int(truncatingIfNeeded: bits & 0xFFFF_FFFF) }
    @inline(__always)
    var isContainer: Bool { bits >> 60 <= UInt64(Kind.array.rawValue) }
    @inline(__always)
    var isObject: Bool { bits >> 60 <= UInt64(Kind.unsortedObject.rawValue) }
    /// Of the second word of a container.
    @inline(__always)
    var endIndex: Int { Int(truncatingIfNeeded: bits >> 32) }
}

extension JSONTapeWord.Kind {
    @inline(__always)
    var isString: Bool {
        rawValue >= Self.plainString.rawValue && rawValue <= Self.escapedString.rawValue
    }

    var isCanonical: Bool {
        switch self {
        case .canonicalObject, .canonicalArray, .plainString, .canonicalString, .canonicalInteger,
            .true, .false, .null:
            true
        case .sortedObject, .unsortedObject, .array, .escapedString, .integer, .decimal:
            false
        }
    }
}
