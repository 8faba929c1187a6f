import PolicyEngine
import TUFCore

extension AdmissionPlan {
    /// The decision when every question gets the same answer.
    func decision(all answer: TrustAnswer) -> AdmissionDecision {
        decision(with: Dictionary(uniqueKeysWithValues: questions.map { ($0, answer) }))
    }

    /// The decision when every question is answered by these targets.
    func decision(proven targets: TrustedTarget..., warnings: [String] = []) -> AdmissionDecision {
        decision(all: .proven(targets, warnings: warnings))
    }

    /// The decision when the repository itself is asked, as ImageTrust would.
    func decision(by search: TargetSearch) throws -> AdmissionDecision {
        var answers: [TrustQuestion: TrustAnswer] = [:]
        for question in questions { answers[question] = try search.answer(question) }
        return decision(with: answers)
    }
}

extension TargetSearch {
    /// Looks a question up in this repository.
    func answer(_ question: TrustQuestion) throws -> TrustAnswer {
        let roles = question.signers.map(\.role)
        var targets: [TrustedTarget] = []
        for role in roles.isEmpty ? [.releases, .targets] : roles {
            switch question.subject {
            case .tag(let tag), .tagWithDigest(let tag, _):
                targets += [try target(named: tag, in: role)].compactMap { $0 }
            case .digest(let digest): targets += try self.targets(with: digest, in: role)
            }
        }
        guard !targets.isEmpty else {
            return .refused(TrustRefusal(.notSigned, "no target for \(question.subject)"))
        }
        return .proven(targets, warnings: [])
    }
}
