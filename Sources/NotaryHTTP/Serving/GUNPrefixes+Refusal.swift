import TUFCore

extension GUNPrefixes {
    /// The answer to a request for a repository that is not served; nil when it is.
    ///
    /// Names that no repository can have begin with none of the prefixes.
    func refusal(of route: NotaryRoute) -> ErrorBody? {
        guard !texts.isEmpty else { return nil }
        switch route {
        case .update(let gun) where contains(gun.name): return nil
        case .update, .updateOfImpossibleName:
            let known = texts.joined(separator: " ")
            return ErrorBody(
                code: .invalidGUN,
                detail: .string("Require GUNs with prefix: [\(known)]")
            )
        case .deletionOfImpossibleName, .changefeedOfImpossibleName:
            return ErrorBody(code: .metadataNotFound)
        default:
            guard let gun = route.gun, !contains(gun.name) else { return nil }
            return ErrorBody(code: .metadataNotFound)
        }
    }
}
