import TUFCore

/// What was found out about a timestamp when it was verified; holds for these bytes for ever.
struct Head: Hashable, Sendable {
    /// SHA-256 of the snapshot it lists.
    let snapshot: Digest
    /// The earlier of its own and the snapshot's expiry.
    let expires: UTCTime
}

extension Head {
    /// What a publication makes current was checked before, and signed here.
    init(of publication: CheckedPublication) {
        self.init(snapshot: publication.snapshot, expires: publication.expires)
    }
}
