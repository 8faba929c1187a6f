import NotaryService

/// Files ready to be sent, by request target, within a number of bytes.
struct ReadyFiles: Sendable {
    /// How many bytes are kept unless told otherwise.
    static let defaultCapacity = 64 * 1024 * 1024

    private let cache: GenerationalCache<String, ReadyFile>

    /// Bytes of all files together; with 0 none is kept.
    init(capacity: Int = defaultCapacity) {
        cache = GenerationalCache(capacity: capacity) { $0.bytes }
    }

    /// What is kept takes.
    var bytes: Int { cache.size }

    /// The file that was kept for a target.
    subscript(target: String) -> ReadyFile? { cache[target] }

    /// Keeps a file, in place of the one kept for the target before.
    ///
    /// Only targets without escapes and queries, so that a resource is kept once; and no file
    /// that would push out all others.
    func keep(_ file: ReadyFile, for target: String) {
        guard file.bytes <= cache.capacity / 4, !target.utf8.contains(where: "%?#".utf8.contains)
        else { return }
        cache.keep(file, for: target)
    }
}
