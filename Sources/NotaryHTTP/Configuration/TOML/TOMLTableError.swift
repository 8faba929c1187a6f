/// Why a key or a header cannot stand where it does.
enum TOMLTableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Each key and each header is written once.
    case repeated(String)
    /// What the key is said to be below is a value, or a table that is complete.
    case closed(String)

    /// What was expected.
    var description: String {
        switch self {
        case .repeated(let name): "expected each key once, found `\(name)` again"
        case .closed(let name): "expected an open table, found `\(name)`, which takes no more keys"
        }
    }
}
