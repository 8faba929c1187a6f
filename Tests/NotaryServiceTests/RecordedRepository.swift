import Foundation
import Logging
import NotaryService
import NotarySigner
import NotaryStorage
import TUFCore
import Testing

/// A repository that real clients published to the real server: every version of every file but
/// the timestamps, and the server's own keys as its signer kept them.
struct RecordedRepository: CustomTestStringConvertible, Sendable {
    /// What one client sent in one request.
    struct Step: Sendable {
        let parts: [PublicationPart]
        /// The snapshot that the real server had afterwards.
        let snapshot: Recorded
    }

    struct Recorded: Sendable {
        let role: RoleName
        let version: Int
        let bytes: [UInt8]
        let meta: [String: String]
        let keyIDs: Set<String>
    }

    static let all = [
        "02-docker-delegations", "03-nested-delegations", "04-root-rotated", "05-server-snapshot",
        "06-client-snapshot", "07-custom-and-names",
    ]
    .map { RecordedRepository(name: $0) }

    let name: String

    var testDescription: String { name }

    var gun: GUN {
        get throws { try GUN(about[0]) }
    }

    var time: UTCTime {
        get throws { try #require(UTCTime(rfc3339: about[1])) }
    }

    /// A store with the server's keys, as its signer kept them.
    func keyStore() async throws -> InMemoryKeyStore {
        let store = InMemoryKeyStore()
        let forSnapshots = Set(
            try recorded().filter { $0.role == .snapshot }.flatMap(\.keyIDs)
        )
        for name in try files() where name.hasSuffix(".jwe") {
            let id = try KeyID(String(name.prefix(64)))
            let key = EncryptedKey(
                id: id,
                role: forSnapshots.contains(id.hex) ? .snapshot : .timestamp,
                gun: try gun,
                algorithm: .ecdsa,
                publicBytes: [],
                encryptedPrivate: String(decoding: try read(name), as: UTF8.self),
                passphraseAlias: "one",
                createdAt: try time,
                usedAt: try time
            )
            _ = try await store.addUnlessUnused(key)
        }
        return store
    }

    /// What the clients sent, told from what each snapshot lists anew.
    func steps() throws -> [Step] {
        let heldKeys = Set(try files().filter { $0.hasSuffix(".jwe") }.map { $0.prefix(64) })
        let recorded = try recorded()
        let snapshots = recorded.filter { $0.role == .snapshot }.sorted { $0.version < $1.version }
        let byHash = Dictionary(recorded.map { (Self.hash(of: $0.bytes), $0) }) { $1 }
        var known: [String: String] = [:]
        return try snapshots.map { snapshot in
            let changed = snapshot.meta.filter { known[$0.key] != $0.value }
            known = snapshot.meta
            var files = try changed.map { try #require(byHash[$0.value], "\($0)") }
            if snapshot.keyIDs.isDisjoint(with: heldKeys.map(String.init)) {
                files.append(snapshot)
            }
            let parts = files.map { PublicationPart(name: $0.role.name, bytes: $0.bytes) }
            return Step(parts: parts, snapshot: snapshot)
        }
    }

    private func recorded() throws -> [Recorded] {
        try files().filter { $0.hasSuffix(".json") }
            .map { name in
                let bytes = [UInt8](try read(name))
                let root = try JSONDocument(parsing: bytes, limits: .untrustedMetadata).root
                let signed = try #require(root["signed"])
                let role = String(name.split(separator: ".")[1]).replacing("__", with: "/")
                let meta = signed["meta"]?.members
                    .map {
                        ($0.name, $0.value["hashes"]?["sha256"]?.string ?? "")
                    }
                return Recorded(
                    role: try RoleName(role),
                    version: try #require(signed["version"]?.integer),
                    bytes: bytes,
                    meta: Dictionary(meta ?? []) { $1 },
                    keyIDs: Set(
                        root["signatures"]?.elements.compactMap { $0["keyid"]?.string } ?? []
                    )
                )
            }
    }

    private static func hash(of bytes: [UInt8]) -> String {
        Base64.encode(HashAlgorithm.sha256.digest(of: bytes).bytes)
    }

    private var about: [String] {
        get throws {
            String(decoding: try read("about.txt"), as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
    }

    private var folder: URL {
        get throws {
            try #require(Bundle.module.resourceURL)
                .appendingPathComponent("Vectors").appendingPathComponent(name)
        }
    }

    private func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }

    private func read(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(name))
    }
}
