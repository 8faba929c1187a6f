/// Something that takes any bytes at all: it must not crash, and its promises must hold.
///
/// The same function is run by libFuzzer (`scripts/fuzz`) and over saved input (`FuzzingTests`).
public protocol FuzzTarget: Sendable {
    /// Its name on the command line, and that of its folder in the corpus.
    static var name: String { get }

    /// Takes one input.
    ///
    /// - Parameter input: Any bytes.
    /// - Throws: ``BrokenPromise``, which is a fault found.
    static func run(_ input: [UInt8]) throws(BrokenPromise)
}
