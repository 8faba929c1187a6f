import Foundation
import Glibc

/// The folder where the server keeps everything.
struct DataFolder: Hashable, Sendable {
    /// Its absolute path.
    let path: String

    /// The folder at `path`, made with mode 0700 when it is not there.
    ///
    /// From here on every file that the process makes is for its owner only, so that the keys in
    /// the database are not for all to copy where the folder was made by someone else.
    init(_ path: String) throws {
        umask(0o077)
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(
            at: url,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        self.path = url.path
    }

    /// Metadata and encrypted keys.
    var database: String { Self.database(in: path) }
    /// The database of the folder at `path`, whether it is there or not.
    static func database(in path: String) -> String { path + "/notary.sqlite" }
    /// The passphrase of the keys, when the environment gives none.
    var keyFile: String { path + "/keys.passphrase" }
}
