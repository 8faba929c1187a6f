import Glibc

/// The system calls for a small file that only its owner may touch; all of this module's C.
enum PrivateFile {
    private static let ownerOnly: mode_t = 0o600
    private static let maximumLength = 4096

    /// - Returns: nil when there is no such file.
    /// - Throws: ``KeyFileError``, also when others may read or change it.
    static func read(_ path: String) throws(KeyFileError) -> [UInt8]? {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .system(path: path, reason: lastError)
        }
        defer { close(file) }
        try check(file, path: path)
        var bytes = [UInt8](repeating: 0, count: maximumLength)
        let count = unsafe Glibc.read(file, &bytes, maximumLength)
        guard count >= 0 else { throw .system(path: path, reason: lastError) }
        return Array(bytes.prefix(count))
    }

    /// Makes the file whole or not at all: a half-written passphrase would be lost for ever.
    static func createUnlessThere(_ path: String, bytes: [UInt8]) throws(KeyFileError) {
        let draft = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, ownerOnly)
        guard file >= 0 else { throw .system(path: draft, reason: lastError) }
        defer { unsafe unlink(draft) }
        defer { close(file) }
        let written = unsafe write(file, bytes, bytes.count)
        guard written == bytes.count, fsync(file) == 0 else {
            throw .system(path: draft, reason: lastError)
        }
        // A link, not a rename: of two processes the first one's passphrase must stay.
        guard unsafe link(draft, path) == 0 || errno == EEXIST else {
            throw .system(path: path, reason: lastError)
        }
        try synchronizeFolder(of: path)
    }

    private static func check(_ file: Int32, path: String) throws(KeyFileError) {
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else {
            throw .system(path: path, reason: lastError)
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= maximumLength else {
            throw .malformed(path: path)
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .foreign(path: path) }
        guard status.st_mode & 0o077 == 0 else {
            throw .tooOpen(path: path, mode: status.st_mode & 0o777)
        }
    }

    private static func synchronizeFolder(of path: String) throws(KeyFileError) {
        let end = path.lastIndex(of: "/")
        let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw .system(path: folder, reason: lastError) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .system(path: folder, reason: lastError) }
    }

    private static var lastError: String { unsafe String(cString: strerror(errno)) }
}
