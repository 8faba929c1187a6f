/// Why a key, a digest or a certificate could not be taken.
public enum CryptoError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A digest has the wrong number of bytes for its hash function.
    case digestLength(HashAlgorithm, found: Int)
    /// A text should be pairs of hexadecimal digits.
    case notHex(String)
    /// An Ed25519 public key or seed is not 32 bytes long.
    case ed25519Length(found: Int)
    /// The bytes of an Ed25519 public key encode a point of small order, for which signatures
    /// can be made without a private key, or encode a point in a second way.
    case ed25519Point
    /// The structure of a key is broken; the text says where.
    case malformedKey(String)
    /// A well-formed structure is followed by more bytes.
    case trailingBytes(Int)
    /// A key has an algorithm or a curve that is not supported, given by name or identifier.
    case unsupportedKey(String)
    /// An RSA key is outside 2048 to 16384 bits.
    case rsaSize(bits: Int)
    /// A text is not the PEM that was expected; the text says why.
    case malformedPEM(String)
    /// A certificate cannot be read; the text says why.
    case malformedCertificate(String)
    /// A key cannot sign by a scheme of another algorithm.
    case schemeMismatch(PublicKey.Algorithm, SignatureScheme)
    /// A C library refused an operation; its own words.
    case library(String)

    /// The error in words.
    public var description: String {
        switch self {
        case .digestLength(let algorithm, let found):
            "a \(algorithm.rawValue) digest is \(algorithm.digestLength) bytes, not \(found)"
        case .notHex(let text): "`\(text)` is not pairs of hexadecimal digits"
        case .ed25519Length(let found): "an ed25519 key is 32 bytes, not \(found)"
        case .ed25519Point: "ed25519 key is of small order or not in its one encoding"
        case .malformedKey(let reason): "malformed key: \(reason)"
        case .trailingBytes(let count): "\(count) bytes follow the structure"
        case .unsupportedKey(let name): "unsupported key algorithm or curve `\(name)`"
        case .rsaSize(let bits): "an rsa key is 2048 to 16384 bits, not \(bits)"
        case .malformedPEM(let reason): "malformed PEM: \(reason)"
        case .malformedCertificate(let reason): "malformed certificate: \(reason)"
        case .schemeMismatch(let algorithm, let scheme): "\(algorithm) cannot sign by \(scheme)"
        case .library(let text): "cryptographic library: \(text)"
        }
    }
}
