public import TUFCore

/// The moments that tests happen at.
public enum TestTime {
    /// The start of 2027, in UTC.
    public static let now = UTCTime(seconds: 1_798_761_600)

    /// So many days after ``now``; before it when negative.
    public static func days(_ count: Int) -> UTCTime {
        now.adding(seconds: count * 86_400)
    }
}
