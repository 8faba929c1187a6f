/// What came of renewing one repository before it expires.
public enum Renewal: Hashable, Sendable {
    /// A new timestamp was stored, with a new snapshot where that was due.
    case renewed
    /// Nothing was left to do: another instance was first, or it was published or deleted.
    case settled
    /// A new timestamp was stored; the snapshot is due too and cannot be signed here.
    case withoutSnapshot(reason: String)
    /// Nothing could be signed or stored.
    case failed(reason: String)
}
