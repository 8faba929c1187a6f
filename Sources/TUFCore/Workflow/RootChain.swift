/// What following the chain of roots has brought so far.
struct RootChain {
    /// Roots followed.
    var rotations = 0
    /// Whether the keys of timestamp or snapshot are other ones now (TUF 5.3.11).
    var renewedKeysBelow = false

    mutating func follow(from old: Root, to new: Root) {
        rotations += 1
        for role in [RoleName.timestamp, .snapshot]
        where old.roles[role]?.keyIDs != new.roles[role]?.keyIDs {
            renewedKeysBelow = true
        }
    }
}
