import Foundation

/// Certificates for localhost, each its own authority, made by the openssl program.
final class ServerCertificates: Sendable {
    struct MissingOpenSSL: Error, CustomStringConvertible {
        var description: String { "`openssl` failed: install Debian's package `openssl`" }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("countersign-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String {
        folder.appendingPathComponent(name).path
    }

    /// Makes `name.crt` and `name.key`.
    func make(_ name: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-days", "30", "-subj", "/CN=\(name)",
            "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
            "-keyout", path("\(name).key"), "-out", path("\(name).crt"),
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw MissingOpenSSL() }
    }

    /// Writes `text` to the file `name`, in one step.
    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)), options: .atomic)
    }

    /// Puts the files of `name` in the place of `other`'s, each in one step.
    func replace(_ other: String, by name: String, _ extensions: [String] = ["crt", "key"]) throws {
        for suffix in extensions {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path("\(name).\(suffix)")))
            try bytes.write(to: URL(fileURLWithPath: path("\(other).\(suffix)")), options: .atomic)
        }
    }
}
