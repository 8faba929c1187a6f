/// The targets that a delegation is for.
public indirect enum DelegatedPaths: Hashable, Sendable {
    /// All.
    case everything
    /// Those that begin with one of these, as in the Notary dialect. None: no target at all.
    case prefixes([String])
    /// Those that match one of these (TUF 4.5, `paths`).
    case patterns([PathPattern])
    /// Those whose path has a SHA-256 that begins with one of these (`path_hash_prefixes`).
    case hashPrefixes(Set<String>)
    /// Those whose path has a SHA-256 that begins with the bits of this number (TAP 15).
    case bin(Int, bitLength: Int)
    /// Those that both allow.
    case both(DelegatedPaths, DelegatedPaths)

    /// Whether a target is among them.
    ///
    /// - Parameter target: Its path.
    /// - Returns: True where the delegation is for it.
    public func contain(_ target: TargetPath) -> Bool {
        switch self {
        case .everything: true
        case .prefixes(let prefixes):
            prefixes.contains { target.text.utf8.starts(with: $0.utf8) }
        case .patterns(let patterns): patterns.contains { $0.matches(target.text) }
        case .hashPrefixes(let prefixes):
            prefixes.contains { target.hashStarts(with: $0.utf8) }
        case .bin(let bin, let bitLength):
            Int(target.hashPrefix >> UInt32(32 - bitLength)) == bin
        case .both(let one, let other): one.contain(target) && other.contain(target)
        }
    }

    /// These paths as far as the delegator has them.
    ///
    /// TUF 4.5: a target must be in a trusted path of all roles of the chain. Notary drops each
    /// prefix that the delegator does not have as a whole.
    ///
    /// - Parameter delegator: The delegator's own paths.
    /// - Returns: What remains.
    func restricted(to delegator: DelegatedPaths) -> DelegatedPaths {
        switch (self, delegator) {
        case (_, .everything): self
        case (.prefixes(let prefixes), .prefixes(let outer)):
            .prefixes(
                prefixes.filter { prefix in
                    outer.contains { prefix.utf8.starts(with: $0.utf8) }
                }
            )
        default: .both(delegator, self)
        }
    }
}
