/// A policy for tags of an image that is given by digest alone.
///
/// What the digest of a tag is, only trust data can say, so such a policy admits a digest only
/// when a trust rule of it proves the digest to be the tag's. Without this our own output would
/// not be admitted again.
struct PolicyForTags: Sendable {
    let pattern: ImagePattern
    let checks: [PlannedCheck]
}
