/// What came of one check.
enum CheckResult {
    case proven(TrustProof, warnings: [String])
    case passed
    case refused(DenialReason)
}

extension PlannedCheck {
    /// Holds the check against the answers.
    ///
    /// - Parameters:
    ///   - answers: what is known by now.
    ///   - tag: the tag that a digest alone is to be proven for.
    /// - Returns: what came of it.
    func result(with answers: [TrustQuestion: TrustAnswer], tag: String? = nil) -> CheckResult {
        switch rule {
        case .exempt, .acceptAnything: return .passed
        case .reject: return .refused(refusal(.rejected, "the policy rejects every image"))
        case .impossible(let code, _, let text): return .refused(refusal(code, text))
        case .trust(let question): return result(of: question, answers[question], tag: tag)
        }
    }

    private func result(
        of question: TrustQuestion,
        _ answer: TrustAnswer?,
        tag: String?
    ) -> CheckResult {
        switch answer {
        case nil:
            return .refused(refusal(.unanswered, "\(question.server) was not asked in time"))
        case .unavailable(let text)?:
            let reason = "trust server \(question.server) is not available: \(text)"
            return .refused(refusal(.trustUnavailable, reason))
        case .refused(let reason)?:
            return .refused(refusal(.untrusted, reason.description))
        case .proven(let targets, let warnings)?:
            do {
                let proof = try TrustProof(targets, answering: question, tag: tag)
                return .proven(proof, warnings: warnings)
            } catch {
                return .refused(refusal(.untrusted, error.description))
            }
        }
    }
}
