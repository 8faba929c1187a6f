extension JSONScanner {
    /// Scans the object at `position` when it has the form of the one before it in the same object
    /// or array; gives the position after it, or 0 when it has another form and nothing was done.
    ///
    /// What departs from the canonical form has been counted when the first of them was scanned.
    @inline(__always)
    mutating func scanRepetition(at position: Int) -> Int {
        guard frame.lastChild > 0, frame.count > 2, repetition.luck > 0 else { return 0 }
        return matchRepetition(at: position)
    }

    @inline(never)
    private mutating func matchRepetition(at position: Int) -> Int {
        if repetition.source != frame.lastChild {
            guard repetition.learn(from: frame.lastChild, of: tape, in: text) else { return 0 }
        }
        let first = tape.count
        let end = appendRepetition(at: position)
        guard end > 0 else {
            tape.removeLast(tape.count - first)
            repetition.luck -= 4
            return 0
        }
        closeRepetition(from: first)
        repetition.luck = min(repetition.luck + 1, 64)
        return end
    }

    /// The words of the object, but for where its parts end.
    @inline(__always)
    private mutating func appendRepetition(at position: Int) -> Int {
        var shift = position &- repetition.start
        repetition.shifts.removeAll()
        repetition.shifts.append(shift)
        var index = 0
        while index < repetition.steps.count {
            let step = repetition.steps[index]
            index &+= 1
            switch step.kind {
            case .fixed, .end:
                tape.append(step.word.moved(by: shift))
            case .string, .integer:
                let start = step.word.offset &+ shift
                let gap = step.word.offset &- step.gapStart
                guard text.isEqual(at: step.gapStart, step.gapStart &+ shift, count: gap) else {
                    return 0
                }
                let length = length(of: step.kind, at: start)
                guard length >= 0 else { return 0 }
                tape.append(
                    JSONTapeWord(
                        step.kind == .string ? .plainString : .canonicalInteger,
                        length: length,
                        offset: start
                    )
                )
                shift &+= length &- step.word.length
                repetition.shifts.append(shift)
            }
        }
        let tail = repetition.tail
        let rest = tail.upperBound &- tail.lowerBound
        guard text.isEqual(at: tail.lowerBound, tail.lowerBound &+ shift, count: rest) else {
            return 0
        }
        return tail.upperBound &+ shift
    }

    /// The length of a plain string or an integer; -1 when it is none.
    ///
    /// That an integer ends here is seen by the byte after it, which must be the same as before.
    @inline(__always)
    private func length(of kind: JSONRepetition.Step.Kind, at start: Int) -> Int {
        if kind == .string {
            let end = text.plainEnd(from: start)
            return text.byte(at: end) == UInt8(ascii: "\"") ? end &- start : -1
        }
        let length = endOfDigits(from: start) &- start
        guard length > 0, length < 19 else { return -1 }
        return text.byte(at: start) == UInt8(ascii: "0") && length > 1 ? -1 : length
    }

    @inline(__always)
    private mutating func closeRepetition(from first: Int) {
        let distance = first &- repetition.source
        var index = 1
        while index < repetition.steps.count {
            let step = repetition.steps[index]
            if step.kind == .end {
                tape[first &+ index] = JSONTapeWord(
                    endIndex: step.word.endIndex &+ distance,
                    endOffset: step.word.offset &+ repetition.shifts[step.holes]
                )
            }
            index &+= 1
        }
    }
}
