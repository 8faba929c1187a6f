/// Whether the operator has said that nobody needs to be authenticated here.
enum Authentication: Hashable, Sendable {
    /// Off loopback, a client authority is demanded.
    case requiredOffLoopback
    /// `--no-authentication`.
    case none
}
