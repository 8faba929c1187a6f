/// One reason not to admit: which image, by which policy and rule, and why.
public struct DenialReason: Hashable, Sendable {
    /// The kinds of reasons, so that they can be counted and told apart.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// It cannot be told which images the object has.
        case unreadableObject
        /// The image is not a reference, or is missing.
        case unreadableImage
        /// No policy is there, or none matches.
        case noPolicy
        /// A policy could not be read.
        case unreadablePolicy
        /// A policy cannot be carried out: no trust server, a missing or bad Secret.
        case policyIncomplete
        /// A rule of a kind that this version cannot check.
        case unsupportedRule
        /// The rule `reject`.
        case rejected
        /// Trust data says no.
        case untrusted
        /// Policies that must all be met prove different digests.
        case conflictingDigests
        /// The trust server could not be asked.
        case trustUnavailable
        /// There is no answer, or one that does not fit the question.
        case unanswered
    }

    /// The kind of reason.
    public let code: Code
    /// The field of the object, nil when it is about the object as a whole.
    public let field: JSONPointer?
    /// The image, canonical where it could be read.
    public let image: String?
    /// The policy that demands it, with the pattern that matched.
    public let policy: String?
    /// The rule of that policy, `trust`, `simple reject`.
    public let rule: String?
    /// What is wrong, in words.
    public let text: String

    init(
        _ code: Code,
        _ text: String,
        field: JSONPointer? = nil,
        image: String? = nil,
        policy: String? = nil,
        rule: String? = nil
    ) {
        self.code = code
        self.text = text
        self.field = field
        self.image = image
        self.policy = policy
        self.rule = rule
    }

    /// The same reason for one field and what stands there.
    func concerning(_ field: ImageField, image: String?) -> DenialReason {
        DenialReason(
            code,
            text,
            field: field.pointer,
            image: image ?? field.image,
            policy: policy,
            rule: rule
        )
    }
}

extension DenialReason: CustomStringConvertible {
    /// One line: `deny "docker.io/library/nginx:1" at spec.containers[0].image: …`.
    public var description: String {
        var line = "deny"
        if let image { line += " \"\(image)\"" }
        if let field { line += " at \(field)" }
        for part in [policy, rule] { if let part { line += ": \(part)" } }
        return "\(line): \(text)"
    }
}
