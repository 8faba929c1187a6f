import Foundation

@testable import NotaryHTTP

/// A folder with configuration files, gone when the last reference to it is.
final class ConfigurationFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "configuration-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String = "server.json") throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}
