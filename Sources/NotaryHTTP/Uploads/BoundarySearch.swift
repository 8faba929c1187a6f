/// Looks for the line that ends a part's body.
struct BoundarySearch {
    enum Outcome: Hashable {
        /// The body ends before `end`; the line with the boundary starts at `line`.
        case found(end: Int, line: Int)
        /// Not in what has arrived; the next search can start at `scanned`.
        case notYet(scanned: Int)
    }

    /// `--` and the boundary.
    let dashBoundary: [UInt8]
    /// What ends lines: the first boundary line says it, as in Go's `mime/multipart`.
    private(set) var lineEnd: [UInt8]
    /// Line end and boundary.
    private var pattern: [UInt8] = []
    /// By byte, how far it is from its last place in the pattern to the end of that.
    private var skips: [Int] = []

    init(dashBoundary: [UInt8]) {
        self.dashBoundary = dashBoundary
        lineEnd = []
        setLineEnd("\r\n")
    }

    private mutating func setLineEnd(_ text: String) {
        lineEnd = Array(text.utf8)
        pattern = lineEnd + dashBoundary
        skips = Array(repeating: pattern.count, count: 256)
        for (index, byte) in pattern.dropLast().enumerated() {
            skips[Int(byte)] = pattern.count - 1 - index
        }
    }

    /// Searches `buffer` from `scanned` for the end of the body that starts at `start`.
    func find(in buffer: [UInt8], bodyStart start: Int, from scanned: Int) -> Outcome {
        if scanned == start {
            switch startsWithBoundary(buffer[start...]) {
            case .yes: return .found(end: start, line: start)
            case .undecided: return .notYet(scanned: start)
            case .no: break
            }
        }
        var from = scanned
        while let end = candidate(in: buffer, from: from) {
            let rest = buffer[end...]
            guard rest.starts(with: lineEnd) else {
                if lineEnd.starts(with: rest) { return .notYet(scanned: end) }
                from = end + 1
                continue
            }
            switch startsWithBoundary(rest.dropFirst(lineEnd.count)) {
            case .yes: return .found(end: end, line: end + lineEnd.count)
            case .undecided: return .notYet(scanned: end)
            case .no: from = end + 1
            }
        }
        return .notYet(scanned: buffer.count)
    }

    /// The next place where the line end before a boundary may start.
    ///
    /// Looks at the last byte of each place that is long enough, and goes on by as much as that
    /// byte is away from the end of line end and boundary (Horspool), mostly their whole length.
    private func candidate(in buffer: [UInt8], from start: Int) -> Int? {
        var from = start
        while from + pattern.count <= buffer.count {
            let last = buffer[from + pattern.count - 1]
            if last == pattern[pattern.count - 1], buffer[from] == pattern[0] { return from }
            from += skips[Int(last)]
        }
        return buffer[min(from, buffer.count)...].firstIndex(of: pattern[0])
    }

    /// Whether a whole line, its end included, stands between parts; the first may be the one
    /// that says how lines end.
    mutating func isDelimiter(_ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
        guard line.starts(with: dashBoundary) else { return false }
        let rest = Self.withoutSpaces(line.dropFirst(dashBoundary.count))
        if isFirst, rest.elementsEqual("\n".utf8) { setLineEnd("\n") }
        return rest.elementsEqual(lineEnd)
    }

    /// Whether a line, with or without its end, is the last boundary.
    func isFinal(_ line: ArraySlice<UInt8>) -> Bool {
        let boundary = dashBoundary + Array("--".utf8)
        guard line.starts(with: boundary) else { return false }
        let rest = Self.withoutSpaces(line.dropFirst(boundary.count))
        return rest.isEmpty || rest.elementsEqual(lineEnd)
    }

    private enum Verdict {
        case yes
        case no
        case undecided
    }

    /// Whether `line` starts with the boundary and what follows does not make it a longer word.
    private func startsWithBoundary(_ line: ArraySlice<UInt8>) -> Verdict {
        guard line.count > dashBoundary.count else {
            return dashBoundary.starts(with: line) ? .undecided : .no
        }
        guard line.starts(with: dashBoundary) else { return .no }
        let rest = line.dropFirst(dashBoundary.count)
        if rest.first == UInt8(ascii: "-") {
            guard rest.count > 1 else { return .undecided }
            return rest.starts(with: "--".utf8) ? .yes : .no
        }
        return rest.first.map { " \t\r\n".utf8.contains($0) } == true ? .yes : .no
    }

    private static func withoutSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
