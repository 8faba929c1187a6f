import NotaryService
import SignerProtocol
import TUFCore

/// A key that is held here, ready to sign.
struct HeldKey: Sendable {
    let signer: LocalSigner
    let purpose: KeyPurpose

    /// What is told of it.
    var info: KeyInfo {
        KeyInfo(id: signer.key.id.hex, algorithm: purpose.algorithm.rawValue)
    }
}
