import NotaryService
import SignerProtocol
import TUFCore

/// The public side of a key that a signer holds, as far as it can be believed: a usable key,
/// whose id is calculated here.
struct RemoteKey: Sendable {
    let key: Key
    let publicKey: PublicKey
    let algorithm: KeyAlgorithm
    /// The role it was made for; empty where the signer does not say.
    private let role: String

    init(_ created: CreatedKey) throws(SigningServiceError) {
        try self.init(created.keyInfo, created.publicKey, role: "")
    }

    init(_ description: KeyDescription) throws(SigningServiceError) {
        try self.init(description.keyInfo, description.publicKey, role: description.role)
    }

    private init(
        _ info: KeyInfo?,
        _ publicBytes: [UInt8],
        role: String
    ) throws(SigningServiceError) {
        let name = info?.algorithm?.name ?? ""
        guard let algorithm = KeyAlgorithm(rawValue: name) else {
            throw .remote("the signer answered with a key of algorithm `\(name)`")
        }
        let key = Key(notary: KeyType(name), publicBytes: publicBytes)
        guard let publicKey = key.publicKey else {
            throw .remote("the signer answered with a public key that cannot be read")
        }
        guard info?.keyID?.id == key.id.hex else {
            throw .remote("the signer answered with a key id that is not the key's")
        }
        self.key = key
        self.publicKey = publicKey
        self.algorithm = algorithm
        self.role = role
    }

    /// Whether the signer made it for this role, or does not say.
    func isFor(_ role: RoleName) -> Bool {
        self.role.isEmpty || self.role == role.name
    }

    /// What signatures of the key say of their method.
    var method: String {
        switch algorithm {
        case .ecdsa: "ecdsa"
        case .ed25519: "eddsa"
        case .rsa: "rsapss"
        }
    }
}
