/// What a repository's `policy` asks for: all of it must be met.
public struct Policy: Hashable, Sendable {
    /// Whether a proven digest is put into the object.
    let mutatesImage: Bool
    /// What must hold; nothing at all makes the policy an exemption.
    let requirements: [Requirement]
}
