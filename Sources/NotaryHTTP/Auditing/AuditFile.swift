import Glibc
import Logging
import Synchronization

/// A file that lines are appended to, each in one piece; all of this module's C.
///
/// Any number of processes may append to it. Once it was moved away or removed, the next line
/// begins a new one.
final class AuditFile: Sendable {
    private struct Opened {
        let descriptor: Int32
        let device: dev_t
        let inode: ino_t
    }

    private struct State {
        var opened: Opened?
        var isFailing = false
    }

    private let path: String
    private let state = Mutex(State())

    /// Opens the file, making it with mode 0600 where there is none.
    ///
    /// - Throws: ``AuditFileError`` when it cannot be appended to.
    init(path: String) throws(AuditFileError) {
        self.path = path
        let opened = try Self.open(path)
        state.withLock { $0.opened = opened }
    }

    deinit {
        state.withLock { if let opened = $0.opened { close(opened.descriptor) } }
    }

    /// Opens the path anew, so that the file there gets the next line; where that fails, what is
    /// open stays so.
    func reopen(otherwise logger: Logger) {
        do throws(AuditFileError) {
            let opened = try Self.open(path)
            state.withLock { state in
                if let old = state.opened { close(old.descriptor) }
                state.opened = opened
            }
        } catch {
            logger.error("audit log not opened anew", metadata: ["error": "\(error)"])
        }
    }

    /// Appends a line; one that the file does not take goes to `logger`, which is told once why.
    func write(_ line: String, otherwise logger: Logger) {
        let (failure, isNews): (AuditFileError?, Bool) = state.withLock { state in
            do throws(AuditFileError) {
                try append(line, &state)
                state.isFailing = false
                return (nil, false)
            } catch {
                defer { state.isFailing = true }
                return (error, !state.isFailing)
            }
        }
        guard let failure else { return }
        if isNews { logger.error("audit log not written", metadata: ["error": "\(failure)"]) }
        logger.critical("audit", metadata: ["line": "\(line)"])
    }

    private func append(_ line: String, _ state: inout State) throws(AuditFileError) {
        if let opened = state.opened, !isThere(opened) {
            close(opened.descriptor)
            state.opened = nil
        }
        let opened: Opened
        if let known = state.opened { opened = known } else { opened = try Self.open(path) }
        state.opened = opened
        var rest = Array(line.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe Glibc.write(opened.descriptor, bytes.baseAddress, bytes.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .system(path: path, reason: Self.lastError) }
            rest = rest.dropFirst(count)
        }
    }

    /// Whether the path still leads to the opened file.
    private func isThere(_ opened: Opened) -> Bool {
        var status = stat()
        return unsafe stat(path, &status) == 0 && status.st_dev == opened.device
            && status.st_ino == opened.inode
    }

    private static func open(_ path: String) throws(AuditFileError) -> Opened {
        let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK
        let descriptor = unsafe Glibc.open(path, flags, 0o600)
        guard descriptor >= 0 else { throw .system(path: path, reason: lastError) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .noFile(path: path)
        }
        return Opened(descriptor: descriptor, device: status.st_dev, inode: status.st_ino)
    }

    private static var lastError: String { unsafe String(cString: strerror(errno)) }
}
