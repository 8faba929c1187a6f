public import TUFCore

/// Which entries of the changefeed are asked for.
///
/// The answer is always oldest first.
public struct ChangefeedQuery: Hashable, Sendable {
    /// The part of the feed.
    public enum Window: Hashable, Sendable {
        /// The first entries whose id is greater than `id`.
        case after(id: Int)
        /// The last entries whose id is less than `id`.
        case before(id: Int)
        /// The last entries of the feed.
        case newest
    }

    /// How many entries Notary gives when asked for none.
    public static let defaultLimit = 100

    /// The part of the feed.
    public let window: Window
    /// How many entries at most; at least one.
    public let limit: Int
    /// Only entries of this repository; nil for all.
    public let gun: GUN?

    /// The query that Notary's two numbers ask for.
    ///
    /// `records` 0 means ``defaultLimit``; a negative one counts backwards from `changeID`, and
    /// from the end when `changeID` is 0; a negative `changeID` asks for the newest entries.
    ///
    /// - Parameters:
    ///   - records: how many; the HTTP parameter `records`.
    ///   - changeID: from where, exclusive; the HTTP parameter `change_id`, 0 when absent.
    ///   - gun: only entries of this repository; nil for all.
    public init(records: Int, changeID: Int, gun: GUN?) {
        limit = records == 0 ? Self.defaultLimit : Int(clamping: records.magnitude)
        self.gun = gun
        if changeID < 0 || (records < 0 && changeID == 0) {
            window = .newest
        } else {
            window = records < 0 ? .before(id: changeID) : .after(id: changeID)
        }
    }
}
