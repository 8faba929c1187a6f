extension JSONScanner {
    /// Scans the object at `position` when it has the form of the one before it in the same object
    /// or array, and those of that form after it; gives the position after the last one, or 0 when
    /// it has another form and nothing was done.
    ///
    /// What departs from the canonical form has been counted when the first of them was scanned.
    @inline(__always)
    mutating func scanRepetition(at position: Int) -> Int {
        guard frame.lastChild > 0, frame.count > 2, repetition.luck > 0 else { return 0 }
        return scanAlike(at: position)
    }

    @inline(never)
    private mutating func scanAlike(at position: Int) -> Int {
        if repetition.source != frame.lastChild {
            let isLearned = repetition.learn(
                from: frame.lastChild,
                next: position,
                of: tape,
                in: text,
                isMember: frame.isObject
            )
            guard isLearned else { return 0 }
        }
        var end = matchForm(at: position, wordsBefore: 0)
        guard end > 0 else {
            repetition.luck -= 4
            return 0
        }
        repetition.luck = min(repetition.luck + 1, 64)
        appendForm()
        while !repetition.lead.isEmpty {
            let next = frame.isObject ? scanNextMember(after: end) : scanNextElement(after: end)
            guard next > 0 else { return end }
            end = next
        }
        return end
    }

    /// A comma, a name, a colon and an object of the form; 0 where anything else follows.
    @inline(__always)
    private mutating func scanNextMember(after end: Int) -> Int {
        let (lead, colon) = (repetition.lead, repetition.colon)
        guard text.isEqual(at: lead.lowerBound, end, count: lead.count) else { return 0 }
        let start = end &+ lead.count
        let nameEnd = text.plainEnd(from: start)
        let name = JSONTapeWord(.plainString, length: nameEnd &- start, offset: start)
        guard
            text.isEqual(at: colon.lowerBound, nameEnd, count: colon.count),
            unsafe UnescapedBytes.compare(frame.lastName, name, in: text.base) < 0
        else { return 0 }
        let next = matchForm(at: nameEnd &+ colon.count, wordsBefore: 1)
        guard next > 0 else { return 0 }
        tape.append(name)
        appendForm()
        frame.lastName = name
        frame.count &+= 1
        return next
    }

    /// A comma and an object of the form; 0 where anything else follows.
    @inline(__always)
    private mutating func scanNextElement(after end: Int) -> Int {
        let lead = repetition.lead
        guard text.isEqual(at: lead.lowerBound, end, count: lead.count) else { return 0 }
        let next = matchForm(at: end &+ lead.count, wordsBefore: 0)
        guard next > 0 else { return 0 }
        appendForm()
        frame.count &+= 1
        return next
    }

    /// The position after the object at `position`, whose words are ready to be written then; 0
    /// when it has another form.
    @inline(__always)
    private mutating func matchForm(at position: Int, wordsBefore: Int) -> Int {
        let text = text
        let (holes, count) = unsafe (repetition.holes.first, repetition.holes.count)
        let additions = unsafe repetition.additions.first
        let words = tape.count &+ wordsBefore &- repetition.source
        var shift = position &- repetition.start
        var number = 0
        while number < count {
            let hole = unsafe holes[number]
            let start = hole.offset &+ shift
            let length = hole.isString ? stringLength(at: start, hole) : integerLength(at: start)
            guard
                length >= 0,
                text.isEqual(at: hole.offset &- hole.gap, start &- hole.gap, count: hole.gap)
            else { return 0 }
            let change = length &- hole.length
            unsafe JSONRepetition.set(additions + 3 &* number, shift, change, words)
            shift &+= change
            number &+= 1
        }
        unsafe JSONRepetition.set(additions + 3 &* number, shift, 0, words)
        let tail = repetition.tail
        guard text.isEqual(at: tail.lowerBound, tail.lowerBound &+ shift, count: tail.count) else {
            return 0
        }
        return tail.upperBound &+ shift
    }

    @inline(__always)
    private func stringLength(at start: Int, _ hole: JSONRepetition.Hole) -> Int {
        if text.isPlain(from: start, count: hole.length) { return hole.length }
        let end = text.plainEnd(from: start)
        return text.byte(at: end) == UInt8(ascii: "\"") ? end &- start : -1
    }

    /// The length of an integer; -1 when it is none.
    ///
    /// That it ends here is seen by the byte after it, which must be the same as before.
    @inline(__always)
    private func integerLength(at start: Int) -> Int {
        let length = endOfDigits(from: start) &- start
        guard length > 0, length < 19 else { return -1 }
        return text.byte(at: start) == UInt8(ascii: "0") && length > 1 ? -1 : length
    }

    /// The words of the object that was matched last.
    @inline(__always)
    private mutating func appendForm() {
        let first = tape.count
        let words = unsafe tape.extend(by: repetition.count)
        let (known, new) = unsafe (words + repetition.source, words + first)
        let (kinds, additions) = unsafe (repetition.kinds.first, repetition.additions.first)
        var index = 0
        while index < repetition.count {
            unsafe new[index] = known[index].adding(additions[kinds[index]])
            index &+= 1
        }
    }
}
