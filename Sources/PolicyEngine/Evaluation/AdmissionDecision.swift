/// The answer to a review, with everything that speaks for it.
public struct AdmissionDecision: Sendable {
    /// Allowed or denied; nothing in between.
    public enum Outcome: Sendable {
        /// Admitted, with these changes.
        case allow([JSONPatch.Operation])
        /// Not admitted, and why.
        case deny(Denials)
    }

    /// Allowed or denied.
    public let outcome: Outcome
    /// What was decided of each image; empty when none had to be judged.
    public let images: [JudgedImage]
    /// Why no image had to be judged, when none had to.
    public let pass: PassReason?
    /// For the person who asked: what is worth knowing although it is no reason to deny.
    public let warnings: [String]
    /// What was asked, for explanations.
    let subject: String

    /// Whether the request is admitted.
    public var isAllowed: Bool {
        if case .allow = outcome { true } else { false }
    }

    /// The reasons against it; empty when it is admitted.
    public var reasons: [DenialReason] {
        if case .deny(let denials) = outcome { denials.reasons } else { [] }
    }
}

extension AdmissionPlan {
    /// Decides; what is not answered is denied.
    ///
    /// - Parameter answers: what is known by now of each of ``questions``.
    /// - Returns: the decision.
    public func decision(with answers: [TrustQuestion: TrustAnswer]) -> AdmissionDecision {
        switch scope {
        case .nothing(let reason): return decision(.allow([]), pass: reason)
        case .unreadable(let error):
            let reason = DenialReason(.unreadableObject, error.description)
            return decision(.deny(Denials(only: reason)))
        case .images: break
        }
        var judged: [JudgedImage] = []
        var remarks: [String] = []
        for image in images {
            let (verdict, warnings) = ImageJudge(image: image, answers: answers).judged()
            judged.append(verdict)
            remarks += warnings
        }
        let reasons = judged.flatMap { image -> [DenialReason] in
            if case .refused(let denials) = image.verdict { denials.reasons } else { [] }
        }
        let outcome: AdmissionDecision.Outcome =
            if let denials = Denials(reasons) {
                .deny(denials)
            } else {
                .allow(judged.compactMap(\.patch))
            }
        return decision(outcome, images: judged, remarks: remarks)
    }

    private func decision(
        _ outcome: AdmissionDecision.Outcome,
        images: [JudgedImage] = [],
        pass: PassReason? = nil,
        remarks: [String] = []
    ) -> AdmissionDecision {
        var seen: Set<String> = []
        return AdmissionDecision(
            outcome: outcome,
            images: images,
            pass: pass,
            warnings: (warnings + remarks).filter { seen.insert($0).inserted },
            subject: subject
        )
    }
}
