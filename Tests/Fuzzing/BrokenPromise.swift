/// What a fuzz target found to be wrong.
public struct BrokenPromise: Error, Hashable, CustomStringConvertible {
    /// What should hold and does not.
    public let description: String

    /// Throws unless something holds.
    ///
    /// - Parameters:
    ///   - promise: What should hold.
    ///   - condition: Whether it does.
    /// - Throws: ``BrokenPromise``.
    static func unless(
        _ promise: @autoclosure () -> String,
        _ condition: Bool
    ) throws(BrokenPromise) {
        if !condition { throw BrokenPromise(description: promise()) }
    }
}
