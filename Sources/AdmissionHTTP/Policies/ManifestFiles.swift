import Foundation

/// The manifests that the command line names.
///
/// These are files, and the `.yaml`, `.yml` and `.json` files directly in folders. Names that
/// start with a dot are not looked at: the kubelet keeps there what it is about to swap in.
struct ManifestFiles: Sendable {
    /// One file: where it is, and its bytes.
    struct File: Hashable, Sendable {
        let path: String
        let bytes: [UInt8]
    }

    /// The most bytes one file may have.
    static let byteLimit = 16 << 20

    let paths: [String]

    /// Reads all files, in the order of the command line, those of a folder by name.
    ///
    /// - Throws: ``ManifestFileError``.
    func read() throws(ManifestFileError) -> [File] {
        var files: [File] = []
        for path in paths {
            for file in try Self.files(at: path) { files.append(try Self.read(file)) }
        }
        return files
    }

    private static func files(at path: String) throws(ManifestFileError) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { throw .notFound(path) }
        do {
            let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            let type = try FileManager.default.attributesOfItem(atPath: target)[.type]
            guard type as? FileAttributeType == .typeDirectory else { return [path] }
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter(isManifest).sorted().map { "\(path)/\($0)" }
        } catch {
            throw .unreadable(path, reason: String(describing: error))
        }
    }

    private static func isManifest(_ name: String) -> Bool {
        !name.hasPrefix(".") && [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
    }

    private static func read(_ path: String) throws(ManifestFileError) -> File {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .unreadable(path, reason: String(describing: error))
        }
        guard bytes.count <= byteLimit else { throw .tooLarge(path, limit: byteLimit) }
        return File(path: path, bytes: Array(bytes))
    }
}
