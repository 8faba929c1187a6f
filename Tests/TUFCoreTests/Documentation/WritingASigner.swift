import TUFCore

/// The code of the article `WritingASigner.md`.
enum WritingASigner {
    // snippet: service
    /// What a device or a service offers: it keeps the private key and returns signatures.
    protocol KeyService: Sendable {
        func sign(_ message: [UInt8], withKey label: String) async throws -> [UInt8]
    }
    // end

    // snippet: signer
    struct RemoteSigner<Service: KeyService>: Signer {
        let key: Key
        let method = "ecdsa"
        let label: String
        let service: Service

        init(label: String, publicKey: PublicKey, service: Service) {
            key = Key(notary: publicKey)
            self.label = label
            self.service = service
        }

        func signature(over message: [UInt8]) async throws(SigningError) -> [UInt8] {
            do {
                return try await service.sign(message, withKey: label)
            } catch {
                throw .unavailable("\(error)")
            }
        }
    }
    // end

    // snippet: use
    static func timestamp(
        over snapshot: [UInt8],
        version: Int,
        expires: UTCTime,
        signedBy signer: any Signer
    ) async throws -> [UInt8] {
        let timestamp = Timestamp(
            version: try MetadataVersion(version),
            expires: expires,
            snapshot: MetaFile(describing: snapshot)
        )
        return try await MetadataSigner(.notary).file(timestamp, by: [signer])
    }
    // end
}
