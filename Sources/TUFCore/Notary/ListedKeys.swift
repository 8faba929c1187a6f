/// The keys of a file of the Notary dialect.
///
/// A key that is listed under an id that is not its own is no error, as little as one of an unknown
/// kind, and no signature of it counts: it is left out of ``byID``.
struct ListedKeys {
    private(set) var byID: [KeyID: Key] = [:]
    /// What keys are listed under, their ids or not.
    private(set) var names: Set<String> = []

    mutating func add(_ key: Key, listedAs name: String) {
        names.insert(name)
        if key.id.hex == name { byID[key.id] = key }
    }
}
