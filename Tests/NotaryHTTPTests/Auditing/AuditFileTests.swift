import Foundation
import Testing

@testable import NotaryHTTP

@Suite("The file of the audit log")
struct AuditFileTests {
    private let logs = LogRecorder()
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("countersign-\(UUID().uuidString)")
    private var path: String { folder.appendingPathComponent("audit.log").path }

    private func inFolder(_ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body()
    }

    private func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    @Test("is appended to, made for its owner only, and kept over a restart")
    func appends() throws {
        try inFolder {
            for line in ["one\n", "two\n"] {
                try AuditFile(path: path).write(line, otherwise: logs.logger())
            }
            #expect(text(path) == "one\ntwo\n")
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(logs.lines.isEmpty)
        }
    }

    @Test("is begun anew once it was moved away, replaced or removed")
    func rotates() throws {
        try inFolder {
            let file = try AuditFile(path: path)
            file.write("one\n", otherwise: logs.logger())
            try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
            file.write("two\n", otherwise: logs.logger())
            #expect(text(path + ".1") == "one\n")
            #expect(text(path) == "two\n")
            try FileManager.default.removeItem(atPath: path)
            file.write("three\n", otherwise: logs.logger())
            #expect(text(path) == "three\n")
            try Data("new: ".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            file.write("four\n", otherwise: logs.logger())
            #expect(text(path) == "new: four\n")
            #expect(logs.lines.isEmpty)
        }
    }

    @Test("is opened anew when told to; where that fails, the log says so and nothing is lost")
    func reopens() throws {
        try inFolder {
            let file = try AuditFile(path: path)
            try FileManager.default.moveItem(atPath: path, toPath: path + ".1")
            file.reopen(otherwise: logs.logger())
            #expect(FileManager.default.fileExists(atPath: path))
            file.write("one\n", otherwise: logs.logger())
            #expect(text(path) == "one\n" && logs.lines.isEmpty)
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false
            )
            file.reopen(otherwise: logs.logger())
            #expect(logs.lines.filter { $0.contains("audit log not opened anew") }.count == 1)
            try FileManager.default.removeItem(atPath: path)
            file.write("two\n", otherwise: logs.logger())
            #expect(text(path) == "two\n")
        }
    }

    @Test("keeps each line whole when several append at once")
    func together() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try [AuditFile(path: path), AuditFile(path: path)]
        await withTaskGroup { group in
            for writer in 0..<8 {
                group.addTask {
                    let line = String(repeating: "\(writer)", count: 3000) + "\n"
                    for _ in 0..<50 { files[writer % 2].write(line, otherwise: logs.logger()) }
                }
            }
        }
        let lines = text(path).split(separator: "\n")
        #expect(lines.count == 400)
        #expect(lines.allSatisfy { $0.count == 3000 && Set($0).count == 1 })
    }

    @Test("that cannot be appended to is refused at the start, by name")
    func refused() throws {
        try inFolder {
            for path in [folder.path, folder.path + "/none/audit.log", "/dev/null"] {
                let error = #expect(throws: AuditFileError.self) { try AuditFile(path: path) }
                #expect(error?.description.contains("`\(path)`") == true)
            }
        }
    }

    @Test("that fails later loses no line: the log has them, and once the reason")
    func fails() throws {
        try inFolder {
            let file = try AuditFile(path: path)
            try FileManager.default.removeItem(at: folder)
            for line in ["one\n", "two\n"] { file.write(line, otherwise: logs.logger()) }
            #expect(logs.lines.count { $0.contains("audit log not written") } == 1)
            #expect(logs.lines.count { $0.contains(#""line":"one\n""#) } == 1)
            #expect(logs.lines.count { $0.contains(#""line":"two\n""#) } == 1)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            file.write("three\n", otherwise: logs.logger())
            #expect(text(path) == "three\n")
        }
    }
}
