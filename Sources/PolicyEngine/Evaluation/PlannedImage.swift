/// An image of a review, what governs it, and what has to be known to decide.
public struct PlannedImage: Sendable {
    /// Where it stands.
    public let field: ImageField
    /// The image in canonical form, nil when it could not be read.
    public let reference: ImageReference?
    let course: Course
    /// Whether a proven digest may be put into the field.
    let isPatchable: Bool

    /// How it will be judged.
    enum Course: Sendable {
        /// Already refused.
        case refused(DenialReason)
        /// Every check of `governing` must hold, and there must be one; failing that, the digest
        /// must be proven to be a tag's that the policies `forTags` admit.
        case judged(governing: [PlannedCheck], reason: String?, forTags: [PolicyForTags])
    }
}

extension PlannedImage.Course {
    /// Every trust question there is to ask.
    var questions: [TrustQuestion] {
        guard case .judged(let governing, _, let forTags) = self else { return [] }
        return (governing + forTags.flatMap(\.checks))
            .compactMap {
                if case .trust(let question) = $0.rule { question } else { nil }
            }
    }
}
