import TUFCore

/// What the server has acknowledged, and what it did that it must not.
actor ChaosLedger {
    /// The targets that were acknowledged: version and digest, by repository.
    private(set) var acknowledged: [String: [Int: Digest]] = [:]
    /// The keys that were given out, by path.
    private(set) var keys: [String: String] = [:]
    /// How often what was done.
    private(set) var counts: [String: Int] = [:]
    private(set) var violations: [String] = []

    /// A publish was answered with 200.
    func acknowledge(_ gun: String, _ version: Int, _ digest: Digest) {
        acknowledged[gun, default: [:]][version] = digest
        count("publishes acknowledged")
    }

    /// The newest acknowledged version; 0 for none.
    func version(of gun: String) -> Int {
        acknowledged[gun]?.keys.max() ?? 0
    }

    /// A key was given out: it must be the same as before.
    func note(key: String, at path: String) {
        count("keys given")
        if let known = keys.updateValue(key, forKey: path), known != key {
            violate("\(path) gave another key than before")
        }
    }

    func count(_ what: String) {
        counts[what, default: 0] += 1
    }

    func violate(_ what: String) {
        violations.append(what)
    }
}
