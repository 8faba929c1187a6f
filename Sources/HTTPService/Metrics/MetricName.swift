/// A name or label name that Prometheus accepts, made from any text.
enum MetricName {
    /// Letters, digits, `_` and `:` stay; every other character becomes `_`.
    static func metric(_ text: String) -> String {
        valid(text, others: "_:")
    }

    /// As ``metric(_:)``, but `:` is not allowed in a label.
    static func label(_ text: String) -> String {
        valid(text, others: "_")
    }

    private static func valid(_ text: String, others: String) -> String {
        let kept = String(
            text.map { character in
                let stays =
                    character.isASCII
                    && (character.isLetter || character.isNumber || others.contains(character))
                return stays ? character : "_"
            }
        )
        guard let first = kept.first, !first.isNumber else { return "_" + kept }
        return kept
    }
}
