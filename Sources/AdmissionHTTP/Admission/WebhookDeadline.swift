/// When an answer must be ready, so that it arrives before the API server stops waiting.
struct WebhookDeadline: Hashable, Sendable {
    /// What the API server waits when the registration says nothing.
    static let defaultTimeout = Duration.seconds(10)
    /// The most a registration can say.
    static let longestTimeout = Duration.seconds(30)

    /// How long the questions of one review may take: nine tenths of the API server's patience,
    /// and half a second less than it where that leaves more than half.
    let allowance: Duration

    /// Takes the value of `?timeout=`, which the API server appends, such as `10s`.
    ///
    /// What cannot be read counts as absent: a shorter answer is never wrong.
    init(timeout text: String?) {
        let timeout = min(text.flatMap(Self.duration) ?? Self.defaultTimeout, Self.longestTimeout)
        allowance = max(min(timeout * 0.9, timeout - .milliseconds(500)), timeout * 0.5)
    }

    private static func duration(_ text: String) -> Duration? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits), number > 0, number < 1_000_000 else { return nil }
        switch text[digits.endIndex...] {
        case "s", "": return .seconds(number)
        case "ms": return .milliseconds(number)
        case "m": return .seconds(number * 60)
        default: return nil
        }
    }
}
