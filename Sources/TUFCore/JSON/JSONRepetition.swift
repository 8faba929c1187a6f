/// The form of an object that was scanned, to read more of the same form faster.
///
/// Metadata is lists of alike objects: each has the same names, braces and whitespace, and only
/// strings and integers, the holes of the form, differ. Where all that is between these has the
/// very bytes it had before, it means what it meant before, and only the holes are looked at.
///
/// A word of an alike object is the word of the first one plus a number that depends on how many
/// holes stand before it, so that the words are written without asking what they are.
struct JSONRepetition: ~Copyable {
    /// A string without escapes, or an integer in canonical form that is not negative.
    struct Hole: BitwiseCopyable {
        let isString: Bool
        let offset: Int
        let length: Int
        /// So many bytes before it must be the same.
        let gap: Int
    }

    /// Objects of more words are not tried.
    static let maximumWords = 64

    /// The index of the object's first word; 0 for none.
    private(set) var source = 0
    /// How many words the object has.
    private(set) var count = 0
    private(set) var start = 0
    /// Where the bytes after the last hole begin, and end.
    private(set) var tail = 0..<0
    private(set) var holes = GrowingBuffer<Hole>(capacity: maximumWords)
    /// For each word which of ``additions`` makes it a word of an alike object.
    private(set) var kinds = GrowingBuffer<Int>(capacity: maximumWords)
    /// What to add: three for each number of holes before a word.
    ///
    /// First for words that merely stand further on, then for the hole that comes next, then for
    /// the end of an object.
    var additions = GrowingBuffer<UInt64>(repeating: 0, count: 3 * (maximumWords + 1))
    /// What stands between two of the objects: up to the name or the bracket, and from the name to
    /// the bracket; none where it is more than a comma, a colon and whitespace.
    private(set) var lead = 0..<0
    private(set) var colon = 0..<0
    /// Goes down when an object is of another form than the one before it; none are tried at 0.
    var luck = 16

    /// Takes the form of the object at `index`, which has been scanned, and of what stands between
    /// it and the next one, at `next`; false when it is too large.
    mutating func learn(
        from index: Int,
        next: Int,
        of tape: borrowing GrowingBuffer<JSONTapeWord>,
        in text: JSONText,
        isMember: Bool
    ) -> Bool {
        count = tape[index + 1].endIndex - index
        guard count <= Self.maximumWords else { return false }
        source = index
        start = tape[index].offset
        tail = start..<tape[index + 1].offset
        holes.removeAll()
        kinds.removeAll()
        _ = add(valueAt: index, of: tape, in: text)
        learnSeparators(before: next, after: isMember ? tape[tape.count - 1] : nil, in: text)
        return true
    }

    /// Adds the words of a value; gives the index after it.
    private mutating func add(
        valueAt index: Int,
        of tape: borrowing GrowingBuffer<JSONTapeWord>,
        in text: JSONText
    ) -> Int {
        let word = tape[index]
        guard word.isContainer else {
            addScalar(word, in: text)
            return index + 1
        }
        kinds.append(3 * holes.count)
        let end = kinds.count
        kinds.append(0)
        var next = index + 2
        while next < tape[index + 1].endIndex {
            if word.isObject {
                kinds.append(3 * holes.count)
                next += 1
            }
            next = add(valueAt: next, of: tape, in: text)
        }
        kinds[end] = 3 * holes.count + 2
        return next
    }

    private mutating func addScalar(_ word: JSONTapeWord, in text: JSONText) {
        let isInteger =
            word.isKind(.canonicalInteger) && text.byte(at: word.offset) != UInt8(ascii: "-")
        guard isInteger || word.isKind(.plainString) else {
            kinds.append(3 * holes.count)
            return
        }
        kinds.append(3 * holes.count + 1)
        holes.append(
            Hole(
                isString: !isInteger,
                offset: word.offset,
                length: word.length,
                gap: word.offset - tail.lowerBound
            )
        )
        tail = word.offset + word.length..<tail.upperBound
    }

    private mutating func learnSeparators(
        before next: Int,
        after name: JSONTapeWord?,
        in text: JSONText
    ) {
        lead = tail.upperBound..<(name?.offset ?? next)
        colon = name.map { $0.offset + $0.length..<next } ?? 0..<0
        let comma = text.skipWhitespace(from: lead.lowerBound)
        let rest = text.skipWhitespace(from: comma + 1)
        let isSeparated = text.byte(at: comma) == UInt8(ascii: ",")
        if !isSeparated || rest != lead.upperBound - (name == nil ? 0 : 1) { lead = 0..<0 }
    }

    /// What to add to the words after one hole and before the next.
    @inline(__always)
    static func set(
        _ additions: UnsafeMutablePointer<UInt64>,
        _ shift: Int,
        _ change: Int,
        _ words: Int
    ) {
        let bytes = UInt64(truncatingIfNeeded: shift)
        unsafe additions[0] = bytes
        unsafe additions[1] = bytes &+ UInt64(truncatingIfNeeded: change) << 32
        unsafe additions[2] = bytes &+ UInt64(truncatingIfNeeded: words) << 32
    }
}
