/// The kind of a key as a file spells it; kinds that are not known are kept as they are.
public struct KeyType: Hashable, Sendable {
    /// The spelling in the file.
    public let name: String

    /// ECDSA: PKIX DER in the Notary dialect.
    public static let ecdsa = KeyType("ecdsa")
    /// ECDSA inside an X.509 certificate, PEM.
    public static let ecdsaX509 = KeyType("ecdsa-x509")
    /// RSA: PKIX DER in the Notary dialect.
    public static let rsa = KeyType("rsa")
    /// RSA inside an X.509 certificate, PEM.
    public static let rsaX509 = KeyType("rsa-x509")
    /// Ed25519: 32 bytes.
    public static let ed25519 = KeyType("ed25519")

    /// Takes a spelling as it is.
    ///
    /// - Parameter name: The spelling in the file.
    public init(_ name: String) {
        self.name = name
    }

    /// Whether keys of this kind can be used at all.
    public var isKnown: Bool {
        [.ecdsa, .ecdsaX509, .rsa, .rsaX509, .ed25519].contains(self)
    }

    /// The kind of the bare key inside a certificate; itself for bare kinds.
    public var bare: KeyType {
        switch self {
        case .ecdsaX509: .ecdsa
        case .rsaX509: .rsa
        default: self
        }
    }

    /// Whether the public part is a certificate.
    public var isCertificate: Bool { self == .ecdsaX509 || self == .rsaX509 }
}
