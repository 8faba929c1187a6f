import TUFCore
import Testing

@Suite("The article on writing a signer")
struct WritingASignerTests {
    private struct Device: WritingASigner.KeyService {
        let signer: SigningKey

        func sign(_ message: [UInt8], withKey label: String) async throws -> [UInt8] {
            guard label == "timestamp" else { throw CryptoError.unsupportedKey(label) }
            return try await signer.signature(over: message)
        }
    }

    private let privateKey: PrivateKey

    init() throws {
        privateKey = try KeyGenerator().generate(.ecdsa)
    }

    @Test("its code signs a file that verifies under the signer's key, and under no other")
    func codeWorks() async throws {
        let bytes = try await timestamp(label: "timestamp")
        let file = try Unverified<Timestamp>(parsing: bytes, as: .timestamp, in: .notary)
        let own = Key(notary: privateKey.publicKey)
        #expect(try file.verified(by: keys(own)).signers == [own])
        let other = Key(notary: try KeyGenerator().generate(.ecdsa).publicKey)
        #expect(throws: UpdateError.thresholdNotMet(role: .timestamp, valid: 0, threshold: 1)) {
            try file.verified(by: keys(other))
        }
    }

    @Test("a service that fails is an error, not an unsigned file")
    func unavailable() async throws {
        await #expect(throws: SigningError.self) { try await timestamp(label: "gone") }
    }

    private func timestamp(label: String) async throws -> [UInt8] {
        try await WritingASigner.timestamp(
            over: [1, 2, 3],
            version: 1,
            expires: UTCTime(seconds: 2_524_608_000),
            signedBy: WritingASigner.RemoteSigner(
                label: label,
                publicKey: privateKey.publicKey,
                service: Device(signer: SigningKey(notary: privateKey))
            )
        )
    }

    private func keys(_ key: Key) throws -> RoleKeys {
        RoleKeys(try RoleDefinition(keyIDs: [key.id], threshold: 1), from: [key.id: key])
    }
}
