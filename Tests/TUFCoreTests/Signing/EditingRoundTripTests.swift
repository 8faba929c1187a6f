import Foundation
import Testing

@testable import TUFCore

/// Files that python-tuf, its peers and Notary's clients wrote, edited in nothing but the version.
@Suite("Editing changes nothing else")
struct EditingRoundTripTests {
    @Test("in the files of TUF 1.0 that verify")
    func tuf() throws {
        let folders = Set(
            TUFCase.all.flatMap { tufCase in
                (0..<tufCase.facts.steps.count)
                    .map { tufCase.folder.appending(path: "repo-\($0)/metadata") }
            }
        )
        var count = 0
        for folder in folders { count += try Self.check(folder, in: TUFDialect(keyIDs: .asListed)) }
        #expect(count > 400)
    }

    @Test("in the files of Notary's clients and server")
    func notary() throws {
        let good = try #require(Bundle.module.url(forResource: "Vectors", withExtension: nil))
            .appending(path: "notary/good")
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: good.path) {
            let folder = good.appending(path: "\(name)/metadata")
            count += try Self.check(folder, in: NotaryDialect())
        }
        #expect(count > 40)
    }

    /// Checks the roots that a threshold of their own keys signed, and the files of top-level roles
    /// that one of them vouches for; returns how many there were.
    private static func check(_ folder: URL, in dialect: any MetadataDialect) throws -> Int {
        let files = folder.relativePaths.filter { $0.hasSuffix(".json") }
            .compactMap { try? [UInt8](Data(contentsOf: folder.appending(path: $0))) }
        let roots = files.compactMap { file in
            try? Unverified<Root>(parsing: file, as: .root, in: dialect)
                .verifiedByItself { $0.roleKeys(of: .root) }
        }
        for root in roots {
            var editor = try RootEditor(editing: root, in: dialect, expires: root.payload.expires)
            try expectUnchanged(editor.json, root)
            for role in RoleName.topLevel where isReachable(root.payload.roleKeys(of: role)) {
                try editor.setKeys(root.payload.roleKeys(of: role), of: role)
            }
        }
        var count = roots.count
        for root in roots.map(\.payload) {
            count += try checkTargets(files, root, in: dialect)
            count += try checkSnapshots(files, root, in: dialect)
            count += try checkTimestamps(files, root, in: dialect)
        }
        return count
    }

    private static func isReachable(_ keys: RoleKeys) -> Bool {
        Set(keys.keys.values.compactMap(\.publicKey)).count >= keys.threshold
    }

    private static func checkTargets(
        _ files: [[UInt8]],
        _ root: Root,
        in dialect: any MetadataDialect
    ) throws -> Int {
        let verified: [Verified<Targets>] = verified(files, .targets, root, in: dialect)
        for file in verified {
            let expires = file.payload.expires
            let editor = try TargetsEditor(editing: file, in: dialect, expires: expires)
            try expectUnchanged(editor.json, file)
        }
        return verified.count
    }

    private static func checkSnapshots(
        _ files: [[UInt8]],
        _ root: Root,
        in dialect: any MetadataDialect
    ) throws -> Int {
        let verified: [Verified<Snapshot>] = verified(files, .snapshot, root, in: dialect)
        for file in verified {
            let expires = file.payload.expires
            let editor = try SnapshotEditor(editing: file, in: dialect, expires: expires)
            try expectUnchanged(editor.json, file)
        }
        return verified.count
    }

    private static func checkTimestamps(
        _ files: [[UInt8]],
        _ root: Root,
        in dialect: any MetadataDialect
    ) throws -> Int {
        let verified: [Verified<Timestamp>] = verified(files, .timestamp, root, in: dialect)
        for file in verified {
            let expires = file.payload.expires
            let editor = try TimestampEditor(editing: file, in: dialect, expires: expires)
            try expectUnchanged(editor.json, file)
        }
        return verified.count
    }

    private static func verified<Payload>(
        _ files: [[UInt8]],
        _ role: RoleName,
        _ root: Root,
        in dialect: any MetadataDialect
    ) -> [Verified<Payload>] {
        files.compactMap { file in
            try? Unverified<Payload>(parsing: file, as: role, in: dialect)
                .verified(by: root.roleKeys(of: role))
        }
    }

    /// Compares canonical forms, the version set back.
    private static func expectUnchanged<Payload>(
        _ edited: JSON,
        _ file: Verified<Payload>
    ) throws {
        let document = try JSONDocument(parsing: file.rawBytes, limits: .untrustedMetadata)
        let original = try #require(document.root["signed"]).canonicalBytes()
        var edited = edited
        #expect(edited[member: "version"] == .integer(file.payload.version.next.number))
        edited[member: "version"] = .integer(file.payload.version.number)
        #expect(try edited.canonicalBytes() == original)
    }
}
