import GRPCCore
package import Logging
import NotaryService
package import SignerProtocol
import TUFCore

/// Makes keys and signs for servers elsewhere, as notary-signer does.
///
/// As there, whoever may call may have anything signed by any key: the protocol says nothing of
/// what a signature is for.
package struct SignerService: SignerHandler {
    private let signing: LocalSigningService
    private let logger: Logger

    package init(_ signing: LocalSigningService, logger: Logger) {
        self.signing = signing
        self.logger = logger
    }

    /// The oldest key of this purpose that never signed; a new one if there is none.
    ///
    /// - Throws: ``CallError``.
    package func createKey(_ request: CreateKeyRequest) async throws(CallError) -> CreatedKey {
        let purpose = try purpose(of: request)
        let key: Key
        do {
            key = try await signing.unusedKey(for: purpose)
        } catch {
            logger.error("key not made", metadata: ["error": "\(error)"])
            throw CallError(.internalError, "Key creation failed")
        }
        logger.notice(
            "key given",
            metadata: [
                "key": "\(key.id.hex)", "gun": "\(purpose.gun.name)", "role": "\(purpose.role)",
            ]
        )
        return CreatedKey(
            keyInfo: KeyInfo(id: key.id.hex, algorithm: purpose.algorithm.rawValue),
            publicKey: key.publicBytes
        )
    }

    /// Gives a key up.
    ///
    /// - Throws: ``CallError``.
    package func deleteKey(_ key: KeyReference) async throws(CallError) {
        guard let id = try? KeyID(key.id) else { return }
        do {
            try await signing.retire(id)
        } catch {
            logger.error("key not given up", metadata: ["error": "\(error)"])
            throw CallError(.internalError, "Key deletion for KeyID \(key.id) failed")
        }
        logger.notice("key given up", metadata: ["key": "\(id.hex)"])
    }

    /// The public side of a key, and the role it was made for.
    ///
    /// - Throws: ``CallError``.
    package func keyInfo(_ key: KeyReference) async throws(CallError) -> KeyDescription {
        guard let held = try await held(key) else {
            throw CallError(.notFound, "key \(key.id) not found")
        }
        return KeyDescription(
            keyInfo: held.info,
            publicKey: held.signer.key.publicBytes,
            role: held.purpose.role.name
        )
    }

    /// A signature over the content itself; the first one makes the key a used one.
    ///
    /// - Throws: ``CallError``.
    package func sign(_ request: SignatureRequest) async throws(CallError) -> SignatureReply {
        guard let reference = request.keyID, !reference.id.isEmpty else {
            throw CallError(.invalidArgument, "expected the id of a key to sign with, found none")
        }
        guard let held = try await held(reference) else {
            throw CallError(.notFound, "signing key not found: \(reference.id)")
        }
        let signature: [UInt8]
        do {
            signature = try await held.signer.signature(over: request.content)
        } catch {
            logger.error("not signed", metadata: ["error": "\(error)"])
            throw CallError(.internalError, "Signing failed for KeyID \(reference.id)")
        }
        return SignatureReply(
            keyInfo: held.info,
            algorithm: AlgorithmName(name: held.signer.method),
            content: signature
        )
    }

    /// Serving, when the kept keys can be opened.
    ///
    /// - Throws: ``CallError``.
    package func checkHealth(_ request: HealthRequest) async throws(CallError) -> HealthReply {
        guard HealthService(rawValue: request.service) != nil else {
            throw CallError(.notFound, "unknown service")
        }
        do {
            try await signing.checkHealth()
            return HealthReply(status: .serving)
        } catch {
            logger.error("not healthy", metadata: ["error": "\(error)"])
            return HealthReply(status: .notServing)
        }
    }

    private func purpose(of request: CreateKeyRequest) throws(CallError) -> KeyPurpose {
        guard let algorithm = KeyAlgorithm(rawValue: request.algorithm), algorithm != .rsa else {
            throw CallError(
                .unknown,
                "algorithm \(request.algorithm) not supported for create key"
            )
        }
        do {
            return KeyPurpose(
                role: try RoleName(notary: request.role),
                gun: try GUN(request.gun),
                algorithm: algorithm
            )
        } catch {
            throw CallError(.invalidArgument, error.description)
        }
    }

    /// - Throws: ``CallError`` for a key that is kept and cannot be used: one that is not found
    ///   would have another made in its place.
    private func held(_ key: KeyReference) async throws(CallError) -> HeldKey? {
        guard let id = try? KeyID(key.id) else { return nil }
        do {
            return try await signing.heldKey(id)
        } catch {
            logger.error("key not usable", metadata: ["error": "\(error)"])
            throw CallError(.internalError, "key \(key.id) cannot be used")
        }
    }
}
