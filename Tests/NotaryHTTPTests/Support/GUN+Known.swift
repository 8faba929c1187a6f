import TUFCore

extension GUN {
    /// A name that a test writes down, so that it is known to be good.
    static func known(_ name: String) -> GUN {
        do {
            return try GUN(name)
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
