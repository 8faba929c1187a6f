import PolicyEngine
import TUFCore

extension RepositoryFailure {
    /// What the failure means for a question about the repository.
    func answer(about question: TrustQuestion) -> TrustAnswer {
        let place = "\(question.gun) at \(question.server)"
        return switch self {
        case .unavailable(let text): .unavailable("\(place): \(text)")
        case .state(let error): .refused(TrustRefusal(.invalid, "\(place): \(error)"))
        case .refused(.notFound(let role)):
            .refused(
                TrustRefusal(.notSigned, "the trust server has no \(role) metadata for \(place)")
            )
        case .refused(let error):
            .refused(TrustRefusal(Self.reason(for: error), "\(place): \(error)"))
        }
    }

    private static func reason(for error: UpdateError) -> TrustRefusal.Reason {
        switch error {
        case .expired: .expired
        case .rollback, .rootVersionNotNext: .rollback
        case .pinNotMet, .rootNotSignedByTrusted, .noUsableRootCertificate: .pinNotMet
        case .firstUseForbidden: .unpinned
        default: .invalid
        }
    }
}
