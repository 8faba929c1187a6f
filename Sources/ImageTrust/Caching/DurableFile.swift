import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Files that are either the old or the new one, also after a power cut.
///
/// The one file of this module that calls libc.
enum DurableFile {
    /// Reads a file.
    ///
    /// - Returns: nil when there is none, and the system says just that: a file that it cannot
    ///   look at, as on a failing disk, may be there.
    /// - Throws: ``TrustStateError/unreadable(path:reason:)``.
    static func read(_ path: String) throws(TrustStateError) -> [UInt8]? {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(path: path, reason: POSIXFailure(errno).description)
        }
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw .unreadable(path: path, reason: String(describing: error))
        }
    }

    /// Writes a file beside the old one, makes it durable, and then takes the old one's place.
    ///
    /// - Throws: ``TrustStateError/unwritable(path:reason:)``; then the old file is as it was.
    static func write(_ bytes: [UInt8], to path: String) throws(TrustStateError) {
        let temporary = "\(path).\(UUID().uuidString).part"
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: temporary))
            try synchronize(temporary)
            guard unsafe rename(temporary, path) == 0 else { throw POSIXFailure(errno) }
            try synchronize(folder(of: path))
        } catch {
            // The write failed; whether its leftover can be removed changes nothing.
            do { try FileManager.default.removeItem(atPath: temporary) } catch {}
            throw .unwritable(path: path, reason: String(describing: error))
        }
    }

    /// Makes a folder readable by nobody else, with those above it.
    static func makeFolder(_ path: String) throws(TrustStateError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .unwritable(path: path, reason: String(describing: error))
        }
    }

    private static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    private static func synchronize(_ path: String) throws {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXFailure(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXFailure(errno) }
    }

    private struct POSIXFailure: Error, CustomStringConvertible {
        let code: Int32

        init(_ code: Int32) { self.code = code }

        var description: String { unsafe String(cString: strerror(code)) }
    }
}
