import NotaryService
import TUFCore

/// A key of this process that notes its first use before the signature leaves it.
struct LocalSigner: Signer {
    let key: Key
    let method: String
    private let opened: OpenedKey
    private let markUsed: @Sendable () async throws(StoreError) -> Void

    init(
        _ opened: OpenedKey,
        markUsed: @escaping @Sendable () async throws(StoreError) -> Void
    ) {
        key = opened.signingKey.key
        method = opened.signingKey.method
        self.opened = opened
        self.markUsed = markUsed
    }

    func signature(over message: [UInt8]) async throws(SigningError) -> [UInt8] {
        let signature = try await opened.signingKey.signature(over: message)
        guard !opened.isUsed else { return signature }
        do {
            try await markUsed()
        } catch {
            throw .unavailable(error.description)
        }
        return signature
    }
}
