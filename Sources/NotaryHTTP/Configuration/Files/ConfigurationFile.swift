import Foundation

/// A configuration file that was read.
struct ConfigurationFile: Hashable, Sendable {
    /// The most that is read of a file.
    static let maximumBytes = 1 << 20

    /// Its path as the operator gave it.
    let path: String
    /// What it says.
    let tree: ConfigurationTree

    /// A file whose content is known.
    init(path: String, tree: ConfigurationTree) {
        self.path = path
        self.tree = tree
    }

    /// Reads the file at `path` in the language of its extension.
    init(reading path: String) throws(ConfigurationError) {
        guard let format = ConfigurationFormat(path: path) else {
            throw .unknownExtension(file: path)
        }
        let bytes = try Self.bytes(of: path)
        do {
            self.init(path: path, tree: try ConfigurationTree(format.tree(bytes)))
        } catch {
            throw .malformed(file: path, error)
        }
    }

    /// The path of a file that this one names: relative to its own folder, as in the original.
    func resolved(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        // Absolute first: of a relative path, `..` would take away what it is relative to.
        return URL(fileURLWithPath: self.path).absoluteURL.deletingLastPathComponent()
            .appendingPathComponent(path).standardized.path
    }

    private static func bytes(of path: String) throws(ConfigurationError) -> [UInt8] {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            let data = try file.read(upToCount: maximumBytes + 1) ?? Data()
            guard data.count <= maximumBytes else {
                throw ConfigurationError.tooLarge(file: path, limit: maximumBytes)
            }
            return [UInt8](data)
        } catch let error as ConfigurationError {
            throw error
        } catch {
            throw .unreadable(file: path, reason: error.localizedDescription)
        }
    }
}
