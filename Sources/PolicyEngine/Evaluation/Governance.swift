/// Which policies govern an image, and why these.
enum Governance {
    /// Why the patterns that govern were chosen.
    enum Choice: Hashable {
        /// Only one matches.
        case only
        /// It has no `*` and names the image wholly; others match less closely.
        case exact
        /// It is the longest of so many that match.
        case longest(of: Int)
        /// So many match equally well, and all must be met.
        case tie(Int)
    }

    /// No policy has a say, so nothing allows it.
    case none(DenialReason.Code, String)
    /// These govern it. For a digest alone, the policies that are for tags of its name may admit
    /// it as well, if the digest is proven to be such a tag's.
    case governed([RepositoryPolicy], Choice?, forTags: [RepositoryPolicy])
}

extension Governance.Choice: CustomStringConvertible {
    /// For the explanation of a decision.
    var description: String {
        switch self {
        case .only: "the only pattern that matches"
        case .exact: "matches exactly"
        case .longest(let count): "the most specific of \(count) patterns that match"
        case .tie(let count): "\(count) patterns match equally well, all must be met"
        }
    }
}

extension PolicySet {
    /// Finds what governs an image in a namespace.
    ///
    /// Any ImagePolicy of the namespace, even an empty one, hides all ClusterImagePolicies.
    func governance(of reference: ImageReference, in namespace: String) -> Governance {
        if let unreadable {
            return .none(.unreadablePolicy, "the policies could not be read: \(unreadable)")
        }
        let own = namespaced[namespace] ?? []
        let resources = own.isEmpty ? cluster : own
        guard !resources.isEmpty else {
            return .none(.noPolicy, "there is no ImagePolicy and no ClusterImagePolicy")
        }
        if let flawed = resources.first(where: { $0.unreadable != nil }),
            let flaw = flawed.unreadable
        {
            return .none(.unreadablePolicy, "\(flawed.id) could not be read: \(flaw)")
        }
        let entries = resources.flatMap(\.repositories)
        let matching = entries.filter { $0.pattern.matches(reference) }
        let forTags = entries.filter {
            reference.tag == nil && $0.pattern.namesTags && $0.pattern.matchesName(of: reference)
        }
        guard !(matching.isEmpty && forTags.isEmpty) else {
            let scope = own.isEmpty ? "ClusterImagePolicy" : "ImagePolicy of `\(namespace)`"
            return .none(.noPolicy, "no \(scope) has a pattern that matches")
        }
        let best = PatternSpecificity.best(of: matching, for: reference) { $0.pattern }
        let choice = Self.choice(among: matching, best: best, for: reference)
        return .governed(best, choice, forTags: forTags)
    }

    private static func choice(
        among matching: [RepositoryPolicy],
        best: [RepositoryPolicy],
        for reference: ImageReference
    ) -> Governance.Choice? {
        guard let first = best.first else { return nil }
        if best.count > 1 { return .tie(best.count) }
        if first.pattern.specificity(for: reference).isExact { return .exact }
        return matching.count == 1 ? .only : .longest(of: matching.count)
    }
}
