import Foundation

extension TemporaryFolder {
    /// Writes a file of a repository below the folder `base`, making the folders on the way.
    func write(_ bytes: [UInt8], below base: String, as name: String) throws {
        let file = URL(fileURLWithPath: path("\(base)/\(name)"))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
    }
}
