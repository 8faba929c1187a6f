/// Why a token is not believed.
enum TokenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The token is longer than any that is made.
    case tooLong(bytes: Int, limit: Int)
    /// A compact JSON Web Signature has three parts.
    case parts(found: Int)
    /// A part cannot be read; the text says why.
    case malformed(part: Part, String)
    /// A header says that more must be understood than is (RFC 7515 section 4.1.11).
    case critical
    case issuer(expected: String, found: String)
    case audience(expected: String, found: [String])
    case expired(at: Int)
    case notYetValid(from: Int)
    case unsigned
    /// The header names no key, by certificates, by value or by identifier.
    case noKey
    case unknownKey(id: String)
    /// A key that the header holds is not one of the configured certificates.
    case untrustedKey
    /// The certificates of the header cannot be read; the text says why.
    case malformedChain(String)
    /// The certificates of the header lead to none that is configured, or not now.
    case untrustedChain
    /// A key that the header holds is another than that of its certificate.
    case chainOfAnotherKey
    /// The key is not one for this algorithm.
    case algorithm(String)
    case signature

    /// A part of a token.
    enum Part: String, Sendable {
        case header
        case claims
        case signature
    }

    /// For the log: the client is told no more than that the token is invalid.
    var description: String {
        switch self {
        case .tooLong(let bytes, let limit): "the token has \(bytes) bytes, the limit is \(limit)"
        case .parts(let found): "a token has 3 parts, not \(found)"
        case .malformed(let part, let reason): "malformed \(part.rawValue): \(reason)"
        case .critical: "the header's `crit` asks for what is not understood here"
        case .issuer(let expected, let found): "expected issuer `\(expected)`, found `\(found)`"
        case .audience(let expected, let found):
            "expected audience `\(expected)`, found `\(found.joined(separator: "`, `"))`"
        case .expired(let time): "expired at second \(time) of 1970"
        case .notYetValid(let time): "not valid before second \(time) of 1970"
        case .unsigned: "the token has no signature"
        case .noKey: "expected `x5c`, `jwk` or `kid` in the header, found none"
        case .unknownKey(let id): "no configured certificate has the key `\(id)`"
        case .untrustedKey: "no configured certificate has the key in `jwk`"
        case .malformedChain(let reason): "malformed `x5c`: \(reason)"
        case .untrustedChain: "`x5c` leads to no configured certificate, or not at this time"
        case .chainOfAnotherKey: "the key in `jwk` is not that of its certificate"
        case .algorithm(let name): "the key does not sign by the algorithm `\(name)`"
        case .signature: "the signature is not valid"
        }
    }
}
