import Synchronization

/// The parsed form of a key, made once and kept, since parsing costs more than verifying.
///
/// What cannot be parsed is an unusable key, not an error: others may still reach the threshold.
final class KeyMaterial: Sendable {
    struct Parsed: Sendable {
        var publicKey: PublicKey?
        var certificates: [X509Certificate] = []

        static let unusable = Parsed()
    }

    private let parse: @Sendable () -> Parsed
    private let kept = Mutex<Parsed?>(nil)

    init(_ parse: @escaping @Sendable () -> Parsed) {
        self.parse = parse
    }

    var parsed: Parsed {
        kept.withLock { kept in
            if let kept { return kept }
            let parsed = parse()
            kept = parsed
            return parsed
        }
    }
}
