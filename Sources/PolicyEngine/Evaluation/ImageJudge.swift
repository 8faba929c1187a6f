import TUFCore

/// Judges one planned image from answers; total, and denies unless something allows.
struct ImageJudge {
    let image: PlannedImage
    let answers: [TrustQuestion: TrustAnswer]

    /// What was decided, and what trust data is worth a warning.
    func judged() -> (JudgedImage, warnings: [String]) {
        switch image.course {
        case .refused(let reason): return (refused([reason]), [])
        case .judged(let governing, _, let forTags):
            let verdict = verdict(of: governing)
            if case .refused(let denials) = verdict.verdict {
                return admittedByTag(forTags, over: governing)
                    ?? (refused(denials.reasons + noTag(forTags)), [])
            }
            return (judged(verdict.verdict, by: governing), verdict.warnings)
        }
    }

    /// All checks must hold; none at all is nothing that allows.
    private func verdict(
        of checks: [PlannedCheck],
        tag: String? = nil
    ) -> (verdict: ImageVerdict, warnings: [String]) {
        var proofs: [TrustProof] = []
        var reasons: [DenialReason] = []
        var warnings: [String] = []
        for check in checks {
            switch check.result(with: answers, tag: tag) {
            case .passed: break
            case .refused(let reason): reasons.append(reason)
            case .proven(let proof, let remarks):
                proofs.append(proof)
                warnings += remarks
            }
        }
        if let denials = Denials(reasons + conflicts(proofs)) { return (.refused(denials), []) }
        if let proof = proofs.first { return (.proven(proof), warnings) }
        guard let check = checks.first(where: { !$0.isExemption }) ?? checks.first else {
            return (.refused(.ungoverned), [])
        }
        guard check.isExemption else { return (.notRequired(rule: check.ruleName), []) }
        let exemption = Exemption(policy: check.policy.id, pattern: check.policy.pattern.text)
        return (.exempt(exemption), [])
    }

    /// Policies that must all be met may name different digests for one tag.
    private func conflicts(_ proofs: [TrustProof]) -> [DenialReason] {
        let digests = Set(proofs.map(\.digest)).map(\.description).sorted()
        guard digests.count > 1 else { return [] }
        let text = "policies prove different digests: \(digests.joined(separator: ", "))"
        return [DenialReason(.conflictingDigests, text)]
    }

    private func refused(_ reasons: [DenialReason]) -> JudgedImage {
        let named = reasons.map {
            $0.concerning(image.field, image: image.reference?.canonical)
        }
        let denials = Denials(named) ?? .ungoverned
        return JudgedImage(image: image, verdict: .refused(denials), patch: nil)
    }

    private func judged(_ verdict: ImageVerdict, by checks: [PlannedCheck]) -> JudgedImage {
        JudgedImage(image: image, verdict: verdict, patch: patch(for: verdict, by: checks))
    }

    /// Puts the digest in, unless the policies that proved it all say not to.
    private func patch(
        for verdict: ImageVerdict,
        by checks: [PlannedCheck]
    ) -> JSONPatch.Operation? {
        let mutates = checks.contains { $0.isTrust && $0.policy.policy?.mutatesImage ?? true }
        guard case .proven(let proof) = verdict, image.isPatchable, mutates,
            let pinned = image.reference?.pinned(to: proof.digest), pinned != image.field.image
        else { return nil }
        return JSONPatch.Operation(replacing: image.field.pointer, with: pinned)
    }
}

extension ImageJudge {
    /// Admits a digest that is proven to be the digest of a tag, if the tag itself were admitted.
    ///
    /// So the policies that describe the tag most closely must all be met, and one that is for
    /// all tags and describes it no less closely has refused already.
    private func admittedByTag(
        _ policies: [PolicyForTags],
        over refusing: [PlannedCheck]
    ) -> (JudgedImage, warnings: [String])? {
        guard let reference = image.reference else { return nil }
        for tag in candidateTags(policies) {
            let tagged = reference.tagged(tag)
            let matching = policies.filter { $0.pattern.matches(tagged) }
            let closest = PatternSpecificity.best(of: matching, for: tagged) { $0.pattern }
            let rank = closest.first?.pattern.specificity(for: tagged)
            let isOutranked = refusing.contains { check in
                rank.map { check.policy.pattern.specificity(for: tagged) >= $0 } ?? true
            }
            guard !isOutranked else { continue }
            let checks = closest.flatMap(\.checks)
            let (verdict, warnings) = verdict(of: checks, tag: tag)
            guard case .proven = verdict else { continue }
            return (judged(verdict, by: checks), warnings)
        }
        return nil
    }

    /// Tags that policies name, and those that answers prove, each once.
    private func candidateTags(_ policies: [PolicyForTags]) -> [String] {
        var seen: Set<String> = []
        let tags = policies.flatMap { policy -> [String] in
            if let tag = policy.pattern.literalTag { return [tag] }
            return policy.checks.flatMap { check -> [String] in
                guard case .trust(let question) = check.rule,
                    case .proven(let targets, _)? = answers[question]
                else { return [] }
                return targets.map(\.name)
            }
        }
        return tags.filter { seen.insert($0).inserted }
    }

    /// Why the policies for tags did not admit the digest either.
    private func noTag(_ policies: [PolicyForTags]) -> [DenialReason] {
        policies.compactMap { policy in
            for check in policy.checks {
                if case .refused(let reason) = check.result(with: answers) { return reason }
            }
            return nil
        }
    }
}

extension PlannedCheck {
    /// Whether the policy asks for nothing.
    fileprivate var isExemption: Bool {
        if case .exempt = rule { true } else { false }
    }

    fileprivate var isTrust: Bool {
        if case .trust = rule { true } else { false }
    }
}
