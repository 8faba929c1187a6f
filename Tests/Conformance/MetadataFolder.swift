import Foundation
import TUFCore

/// The trusted metadata: one file a role, the bytes as they were received.
struct MetadataFolder {
    let path: String

    /// Takes the first root as it is; the first refresh checks it.
    func begin(withRootAt file: String) throws {
        guard let root = FileManager.default.contents(atPath: file) else {
            throw ClientError.unreadable(file)
        }
        try keep([UInt8](root), of: .root)
    }

    /// What was last kept of a role; nil where nothing was.
    func kept(of role: RoleName) -> [UInt8]? {
        FileManager.default.contents(atPath: file(of: role)).map { [UInt8]($0) }
    }

    /// Keeps a file: whole, or as it was before.
    func keep(_ bytes: [UInt8], of role: RoleName) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: file(of: role)), options: .atomic)
    }

    /// Removes what was kept of a role, if anything was.
    func forget(_ role: RoleName) throws {
        guard FileManager.default.fileExists(atPath: file(of: role)) else { return }
        try FileManager.default.removeItem(atPath: file(of: role))
    }

    private func file(of role: RoleName) -> String {
        "\(path)/\(EncodedName.element(role.name)).json"
    }
}
