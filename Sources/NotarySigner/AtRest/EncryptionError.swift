/// Why an encrypted key did not open, or could not be sealed.
enum EncryptionError: Error, Hashable, Sendable {
    /// Not five parts of base64url with a JSON header.
    case notCompactJWE(String)
    /// The header asks for an algorithm that is not the one notary-signer writes.
    case unsupported(member: String, found: String)
    /// The header asks for fewer rounds than protect anything, or so many that they stall us.
    case rounds(found: Int, allowed: ClosedRange<Int>)
    /// The passphrase is wrong, or the text was changed: the two cannot be told apart.
    case doesNotOpen
    /// The cryptographic library refused.
    case failed(String)
}

extension EncryptionError: CustomStringConvertible {
    var description: String {
        switch self {
        case .notCompactJWE(let reason): "expected a compact JWE: \(reason)"
        case .unsupported(let member, let found): "unsupported `\(member)` `\(found)`"
        case .rounds(let found, let allowed):
            "expected \(allowed.lowerBound) to \(allowed.upperBound) rounds, found \(found)"
        case .doesNotOpen: "the passphrase is wrong, or the text was changed"
        case .failed(let reason): "encryption failed: \(reason)"
        }
    }
}
