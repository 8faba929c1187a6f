/// Who tells whether a request may do what it asks.
enum Authentication: Hashable, Sendable {
    /// Off loopback, a client authority is demanded.
    case requiredOffLoopback
    /// Tokens say what each request may do.
    case tokens
    /// `--no-authentication`.
    case none
}
