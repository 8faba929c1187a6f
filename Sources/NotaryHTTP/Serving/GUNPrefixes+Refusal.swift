import TUFCore

extension GUNPrefixes {
    /// The answer to a request for a repository that is not served; nil when it is.
    func refusal(of route: NotaryRoute) -> ErrorBody? {
        guard let gun = route.gun, !contains(gun.name) else { return nil }
        guard case .update = route else { return ErrorBody(code: .metadataNotFound) }
        let known = texts.joined(separator: " ")
        return ErrorBody(
            code: .invalidGUN,
            detail: .string("Require GUNs with prefix: [\(known)]")
        )
    }
}
