/// Looks for the line that ends a part's body.
struct BoundarySearch {
    enum Outcome: Hashable {
        /// The body ends before `end`; what follows the boundary starts at `rest`.
        case found(end: Int, rest: Int)
        /// Not in what has arrived; the next search can start at `scanned`.
        case notYet(scanned: Int)
    }

    /// `--` and the boundary.
    let dashBoundary: [UInt8]

    /// Searches `buffer` from `scanned` for the end of the body that starts at `start`.
    func find(in buffer: [UInt8], bodyStart start: Int, from scanned: Int) -> Outcome {
        if scanned == start {
            switch isBoundary(buffer[start...]) {
            case .yes: return .found(end: start, rest: start + dashBoundary.count)
            case .undecided: return .notYet(scanned: start)
            case .no: break
            }
        }
        var from = scanned
        while let newline = buffer[from...].firstIndex(of: UInt8(ascii: "\n")) {
            switch isBoundary(buffer[(newline + 1)...]) {
            case .yes:
                let hasReturn = newline > start && buffer[newline - 1] == UInt8(ascii: "\r")
                return .found(
                    end: hasReturn ? newline - 1 : newline,
                    rest: newline + 1 + dashBoundary.count
                )
            case .undecided: return .notYet(scanned: newline)
            case .no: from = newline + 1
            }
        }
        return .notYet(scanned: buffer.count)
    }

    private enum Verdict {
        case yes
        case no
        case undecided
    }

    /// Whether `line` starts with the boundary and what follows does not make it a longer word.
    private func isBoundary(_ line: ArraySlice<UInt8>) -> Verdict {
        guard line.count > dashBoundary.count else {
            return dashBoundary.starts(with: line) ? .undecided : .no
        }
        guard line.starts(with: dashBoundary) else { return .no }
        let next = line[line.startIndex + dashBoundary.count]
        return " \t\r\n-".utf8.contains(next) ? .yes : .no
    }
}
