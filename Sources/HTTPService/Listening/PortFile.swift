import Foundation

/// Tells others which port the system chose.
enum PortFile {
    /// Writes the whole file or nothing, so that a reader never sees half a number.
    static func write(port: Int, to path: String) throws {
        try Data("\(port)\n".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
