/// The form of an object that was scanned, to read more of the same form faster.
///
/// Metadata is lists of alike objects: each has the same names, braces and whitespace, and only
/// strings and integers differ. Where all that is between these has the very bytes it had before,
/// it means what it meant before, and only the strings and integers are looked at.
struct JSONRepetition: ~Copyable {
    /// One word of the tape.
    struct Step: BitwiseCopyable {
        enum Kind: UInt8 {
            /// The same word, further on.
            case fixed
            /// A string without escapes.
            case string
            /// An integer in canonical form, not negative.
            case integer
            /// The second word of an object or array.
            case end
        }

        let kind: Kind
        let word: JSONTapeWord
        /// Of a string or integer: where the bytes that must be the same begin, up to it.
        var gapStart = 0
        /// Of an end: how many strings and integers are before it.
        var holes = 0
    }

    /// Objects of more words are not tried.
    static let maximumWords = 64

    /// The index of the object's first word; 0 for none.
    private(set) var source = 0
    private(set) var start = 0
    /// Where the bytes after the last string or integer begin, and end.
    private(set) var tail = 0..<0
    private(set) var steps = GrowingBuffer<Step>(capacity: maximumWords)
    /// By how much what follows each string or integer was further on, in the last attempt.
    var shifts = GrowingBuffer<Int>(capacity: maximumWords)
    /// Goes down when an object is of another form than the one before it; none are tried at 0.
    var luck = 16

    /// Takes the form of the object at `index`, which has been scanned; false when it is too large.
    mutating func learn(
        from index: Int,
        of tape: borrowing GrowingBuffer<JSONTapeWord>,
        in text: JSONText
    ) -> Bool {
        guard tape[index + 1].endIndex - index <= Self.maximumWords else { return false }
        source = index
        start = tape[index].offset
        tail = start..<tape[index + 1].offset
        steps.removeAll()
        shifts.removeAll()
        var holes = 0
        _ = add(valueAt: index, of: tape, in: text, holes: &holes)
        return true
    }

    /// Adds the steps of a value; gives the index after it.
    private mutating func add(
        valueAt index: Int,
        of tape: borrowing GrowingBuffer<JSONTapeWord>,
        in text: JSONText,
        holes: inout Int
    ) -> Int {
        let word = tape[index]
        guard word.isContainer else {
            addScalar(word, in: text, holes: &holes)
            return index + 1
        }
        steps.append(Step(kind: .fixed, word: word))
        let second = steps.count
        steps.append(Step(kind: .end, word: tape[index + 1]))
        var next = index + 2
        while next < tape[index + 1].endIndex {
            if word.isObject {
                steps.append(Step(kind: .fixed, word: tape[next]))
                next += 1
            }
            next = add(valueAt: next, of: tape, in: text, holes: &holes)
        }
        steps[second].holes = holes
        return next
    }

    private mutating func addScalar(_ word: JSONTapeWord, in text: JSONText, holes: inout Int) {
        let isInteger =
            word.isKind(.canonicalInteger) && text.byte(at: word.offset) != UInt8(ascii: "-")
        guard isInteger || word.isKind(.plainString) else {
            steps.append(Step(kind: .fixed, word: word))
            return
        }
        let kind = isInteger ? Step.Kind.integer : .string
        steps.append(Step(kind: kind, word: word, gapStart: tail.lowerBound))
        tail = word.offset + word.length..<tail.upperBound
        holes += 1
    }
}
