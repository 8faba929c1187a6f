import Testing

@testable import NotaryHTTP

@Suite("The search for the end of a part")
struct BoundarySearchTests {
    /// The search as one would write it first: every place, one after the other.
    private static func plain(
        _ search: BoundarySearch,
        in buffer: [UInt8]
    ) -> BoundarySearch.Outcome {
        for start in buffer.indices {
            let rest = buffer[start...]
            if rest.count < search.lineEnd.count, search.lineEnd.starts(with: rest) {
                return .notYet(scanned: start)
            }
            guard rest.starts(with: search.lineEnd) else { continue }
            let line = rest.dropFirst(search.lineEnd.count)
            switch isBoundary(line, search.dashBoundary) {
            case true?: return .found(end: start, line: line.startIndex)
            case false?: continue
            case nil: return .notYet(scanned: start)
            }
        }
        return .notYet(scanned: buffer.count)
    }

    /// Nil where more bytes may tell.
    private static func isBoundary(_ line: ArraySlice<UInt8>, _ boundary: [UInt8]) -> Bool? {
        if line.count <= boundary.count { return boundary.starts(with: line) ? nil : false }
        guard line.starts(with: boundary) else { return false }
        let end = Array(line.dropFirst(boundary.count).prefix(2))
        if end == Array("-".utf8) { return nil }
        return end == Array("--".utf8) || " \t\r\n".utf8.contains(end[0])
    }

    @Test("it finds what looking at every place finds", arguments: 0..<8)
    func same(seed: UInt64) {
        var random = Numbers(state: seed)
        // Few letters, those of line ends and boundary, so that much of it nearly fits.
        let letters = Array("\r\n-ab \t".utf8)
        for _ in 0..<1000 {
            let boundary = (0..<random.next(5)).map { _ in letters[2 + random.next(3)] }
            let search = BoundarySearch(dashBoundary: Array("--".utf8) + boundary)
            var buffer = (0..<random.next(40)).map { _ in letters[random.next(letters.count)] }
            if random.next(2) == 0 {
                let whole = search.lineEnd + search.dashBoundary + Array("\r\n".utf8)
                buffer += whole.prefix(random.next(whole.count + 1))
            }
            // A body that begins before the buffer has no line of its own to be a boundary.
            let found = search.find(in: buffer, bodyStart: -1, from: 0)
            #expect(found == Self.plain(search, in: buffer), "\(boundary) \(buffer)")
        }
    }

    /// Numbers that are the same in every run.
    private struct Numbers {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }
}
