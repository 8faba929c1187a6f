import TUFCore

extension AdmissionDecision {
    /// The decision line by line: each image, what governs it and why, each rule and its result.
    public var explanation: [String] {
        var lines = ["request: \(subject)"]
        if let pass { lines.append("no image is judged: \(pass.rawValue)") }
        for image in images { lines += image.explanation }
        if images.isEmpty { lines += reasons.map(\.description) }
        lines += warnings.map { "warning: \($0)" }
        return lines + ["decision: \(isAllowed ? "allowed" : "denied")"]
    }
}

extension JudgedImage {
    /// The lines about one image; all but the first are indented.
    fileprivate var explanation: [String] {
        var lines = ["\(image.field.pointer): \(image.field.image ?? "(none)")"]
        if let reference = image.reference { lines.append("  image: \(reference)") }
        if case .judged(let governing, let reason, let forTags) = image.course {
            lines += explanation(of: governing, reason: reason)
            for policy in forTags {
                lines += explanation(of: policy.checks, reason: "for tags only")
            }
        }
        lines += result
        if let patch { lines.append("  patch: \(patch.value)") }
        if case .proven = verdict, !image.isPatchable { lines.append("  patch: not possible here") }
        return lines
    }

    private func explanation(of checks: [PlannedCheck], reason: String?) -> [String] {
        var lines: [String] = []
        for check in checks {
            let why = reason.map { ", \($0)" } ?? ""
            lines.append("  policy: \(check.policy.id), pattern `\(check.policy.pattern)`\(why)")
            lines.append("  rule: \(check.ruleName)")
            if case .trust(let question) = check.rule { lines += question.explanation }
        }
        return lines
    }

    private var result: [String] {
        switch verdict {
        case .proven(let proof):
            return proof.targets.map { target in
                let keys = target.signers.map(\.canonicalID.hex).joined(separator: ", ")
                return "  seen: \(target.role) tag \(target.name), signed by key \(keys)"
            } + ["  result: proven, \(proof.digest)"]
        case .exempt, .notRequired: return ["  result: \(verdict)"]
        case .refused(let denials):
            return denials.reasons.map { reason in
                let rule = [reason.policy, reason.rule].compactMap { $0 }.joined(separator: ", ")
                return "  result: refused: " + (rule.isEmpty ? "" : "\(rule): ") + reason.text
            }
        }
    }
}

extension TrustQuestion {
    /// What is asked, of whom, and which keys are wanted.
    fileprivate var explanation: [String] {
        let wanted =
            signers.isEmpty
            ? ["  wanted: targets/releases or targets, any of its keys"]
            : signers.map { "  wanted: \($0.role) signed by key \($0.keyID) (Secret \($0.secret))" }
        return ["  asked: \(server) for \(gun), \(subject)", "  root: \(pin)"] + wanted
    }
}

extension TrustPinPolicy: CustomStringConvertible {
    /// What is believed, for explanations.
    public var description: String {
        switch self {
        case .keyIDs(let ids): "key \(ids.map(\.hex).sorted().joined(separator: " or "))"
        case .authorities(let authorities):
            "issued by " + authorities.map { $0.commonName ?? "?" }.joined(separator: " or ")
        case .unpinned: "not pinned, the first seen is believed"
        }
    }
}
