import GRPCCore
import NotaryService
import SignerProtocol
import TUFCore

/// A key that a signer elsewhere uses; what comes back is checked before it is believed.
struct RemoteSigner<Transport: ClientTransport>: Signer {
    let key: Key
    let method: String
    private let publicKey: PublicKey
    private let client: SignerClient<Transport>
    private let markUsed: @Sendable () async throws(StoreError) -> Void

    init(
        _ held: RemoteKey,
        by client: SignerClient<Transport>,
        markUsed: @escaping @Sendable () async throws(StoreError) -> Void
    ) {
        key = held.key
        method = held.method
        publicKey = held.publicKey
        self.client = client
        self.markUsed = markUsed
    }

    func signature(over message: [UInt8]) async throws(SigningError) -> [UInt8] {
        let signature: [UInt8]
        do {
            let request = SignatureRequest(keyID: KeyReference(id: key.id.hex), content: message)
            signature = try await client.sign(request).content
        } catch {
            throw .unavailable(error.description)
        }
        guard let scheme = NotaryDialect().scheme(of: key, for: method),
            publicKey.isValidSignature(signature, scheme: scheme, over: message)
        else { throw .unavailable("the signer's signature by key \(key.id.hex) is not valid") }
        do {
            try await markUsed()
        } catch {
            throw .unavailable(error.description)
        }
        return signature
    }
}
