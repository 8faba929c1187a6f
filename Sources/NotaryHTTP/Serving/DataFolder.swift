import Foundation

/// The folder where the server keeps everything.
struct DataFolder: Hashable, Sendable {
    /// Its absolute path.
    let path: String

    /// The folder at `path`, made with mode 0700 when it is not there.
    init(_ path: String) throws {
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        self.path = url.path
    }

    /// Metadata and encrypted keys.
    var database: String { path + "/notary.sqlite" }
    /// The passphrase of the keys, when the environment gives none.
    var keyFile: String { path + "/keys.passphrase" }
}
