public import TUFCore

/// Why a store did not do what it was asked.
public enum StoreError: Error, Hashable, Sendable {
    /// A stored version of the role is as new as the offered one, or newer.
    case olderVersion(role: RoleName, stored: MetadataVersion, offered: MetadataVersion)
    /// The repository is not the one the publication was checked against.
    case basisChanged(gun: GUN)
    /// The back end failed; the text is the back end's own and is for the log.
    case unavailable(String)
}

extension StoreError: CustomStringConvertible {
    /// The failure in words.
    public var description: String {
        switch self {
        case .olderVersion(let role, let stored, let offered):
            "`\(role)` has version \(stored.number) stored, and \(offered.number) was offered"
        case .basisChanged(let gun):
            "`\(gun)` changed while the publication was being checked"
        case .unavailable(let text):
            "the store failed: \(text)"
        }
    }
}
