import RepositorySimulation
import TUFCore
import Testing

@Suite("Writing metadata")
struct MetadataSignerTests {
    @Test("what each kind of key signs, verifies", arguments: KeyAlgorithm.allCases)
    func everyKind(algorithm: KeyAlgorithm) async throws {
        let key = try SigningKey.generated(algorithm)
        let file = try await sign(by: [key])
        let read = try Unverified<Timestamp>(parsing: file, as: .timestamp, in: .notary)
        let verified = try read.verified(by: roleKeys([key]))
        #expect(verified.signers == [key.key])
        #expect(verified.payload.expires == Self.timestamp.expires)
        #expect(verified.payload.snapshot == Self.timestamp.snapshot)
    }

    @Test("a changed byte no longer verifies")
    func changed() async throws {
        let key = try SigningKey.generated()
        let text = String(decoding: try await sign(by: [key]), as: UTF8.self)
        let changed = Array(text.replacing("\"version\":3", with: "\"version\":4").utf8)
        let read = try Unverified<Timestamp>(parsing: changed, as: .timestamp, in: .notary)
        #expect(throws: UpdateError.thresholdNotMet(role: .timestamp, valid: 0, threshold: 1)) {
            try read.verified(by: roleKeys([key]))
        }
    }

    @Test("nothing is written without a signer")
    func noSigner() async throws {
        await #expect(throws: SigningError.noSigners) { try await sign(by: []) }
    }

    @Test("ed25519 writes the same file each time, as Notary's serialiser would")
    func stable() async throws {
        let key = try SigningKey.generated(.ed25519)
        let file = try await sign(by: [key])
        #expect(try await sign(by: [key]) == file)
        let text = String(decoding: file, as: UTF8.self)
        #expect(
            text.hasPrefix(#"{"signed":{"_type":"Timestamp","expires":"2026-12-07T00:00:00Z","#)
        )
        #expect(text.hasSuffix(#""}]}"#))
    }

    @Test("what HTML could misread is escaped in the file and signed unescaped")
    func escaped() async throws {
        let key = try SigningKey.generated(.ecdsa)
        let name = "a<b>&\u{2028}\u{2029}é"
        let entry: JSON = ["hashes": ["sha256": .string(Self.sha256)], "length": 1]
        let signed = JSON.object([
            .init(name: "_type", value: "Targets"),
            .init(name: "expires", value: "2026-12-07T00:00:00Z"),
            .init(name: "targets", value: .object([.init(name: name, value: entry)])),
            .init(name: "version", value: 1),
        ])
        let file = try await MetadataSigner(.notary).file(signed: signed, by: [key])
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.contains(#""a\u003cb\u003e\u0026\u2028\u2029é""#))
        let read = try Unverified<Targets>(parsing: file, as: .targets, in: .notary)
        #expect(try read.verified(by: roleKeys([key])).payload.names == [name])
    }

    private static let sha256 = Base64.encode(HashAlgorithm.sha256.digest(of: []).bytes)

    private static let timestamp = Timestamp(
        version: MetadataVersion.first.next.next,
        expires: UTCTime(seconds: 1_796_601_600),
        snapshot: MetaFile(describing: [1, 2, 3])
    )

    private func sign(by signers: [SigningKey]) async throws -> [UInt8] {
        try await MetadataSigner(.notary).file(Self.timestamp, by: signers)
    }

    private func roleKeys(_ keys: [SigningKey]) throws -> RoleKeys {
        let byID = Dictionary(uniqueKeysWithValues: keys.map { ($0.key.id, $0.key) })
        return RoleKeys(try RoleDefinition(keyIDs: Set(byID.keys), threshold: 1), from: byID)
    }
}
