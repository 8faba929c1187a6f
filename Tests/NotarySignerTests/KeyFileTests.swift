import Foundation
import Testing

@testable import NotarySigner

@Suite("The key file")
struct KeyFileTests {
    @Test("is made once, for its owner only, and read afterwards")
    func makes() async throws {
        try await withFolder { folder in
            let path = folder + "/key"
            let first = try KeyFile(path: path)
            #expect(first.passphrase.count == 44)
            #expect(try mode(of: path) == 0o600)
            #expect(try KeyFile(path: path).passphrase == first.passphrase)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["key"])
            #expect(try KeyFile(path: folder + "/other").passphrase != first.passphrase)
        }
    }

    @Test("is the same for eight that make it at once")
    func race() async throws {
        try await withFolder { folder in
            let path = folder + "/key"
            let passphrases = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<8 {
                    group.addTask { try KeyFile(path: path).passphrase }
                }
                return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            }
            #expect(passphrases.count == 1)
        }
    }

    @Test(
        "is refused when others may read or change it",
        arguments: [0o640, 0o620, 0o610, 0o604, 0o602, 0o644, 0o666]
    )
    func tooOpen(mode: Int) async throws {
        try await withFolder { folder in
            let path = folder + "/key"
            _ = try KeyFile(path: path)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            #expect(throws: KeyFileError.tooOpen(path: path, mode: UInt32(mode))) {
                try KeyFile(path: path)
            }
        }
    }

    @Test("is accepted with fewer rights", arguments: [0o600, 0o400])
    func narrow(mode: Int) async throws {
        try await withFolder { folder in
            let path = folder + "/key"
            _ = try KeyFile(path: path)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            _ = try KeyFile(path: path)
        }
    }

    @Test(
        "is refused when it does not hold what was written, and is left as it is",
        arguments: ["", "\n", "short", String(repeating: "A", count: 44), "AAAA\nAAAA"]
    )
    func malformed(content: String) async throws {
        try await withFolder { folder in
            let path = folder + "/key"
            _ = try KeyFile(path: path)
            try Data(content.utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: KeyFileError.malformed(path: path)) { try KeyFile(path: path) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(content.utf8))
        }
    }

    @Test("is refused when it is a folder, or in a folder that is not there")
    func misplaced() async throws {
        try await withFolder { folder in
            #expect(throws: KeyFileError.self) { try KeyFile(path: folder) }
            #expect(throws: KeyFileError.self) { try KeyFile(path: folder + "/none/key") }
        }
    }

    private func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("countersign-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }
}
