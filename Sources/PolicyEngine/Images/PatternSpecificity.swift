/// How closely a pattern describes an image: exact first, else the longer one without its `*`.
struct PatternSpecificity: Hashable, Comparable {
    let isExact: Bool
    /// Characters other than `*`.
    let length: Int

    /// Those of `candidates` whose pattern describes the image most closely; more than one are
    /// tied.
    static func best<Candidate>(
        of candidates: [Candidate],
        for reference: ImageReference,
        by pattern: (Candidate) -> ImagePattern
    ) -> [Candidate] {
        let ranked = candidates.map { ($0, pattern($0).specificity(for: reference)) }
        let best = ranked.map(\.1).max()
        return ranked.filter { $0.1 == best }.map(\.0)
    }

    static func < (left: Self, right: Self) -> Bool {
        if left.isExact != right.isExact { return right.isExact }
        return left.length < right.length
    }
}
