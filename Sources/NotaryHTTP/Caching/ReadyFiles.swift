import Synchronization

/// Files ready to be sent, by request target, within a number of bytes.
///
/// Two generations: what is asked for comes into the younger one; once that is half of all, it
/// becomes the older one, and what nobody asked for meanwhile is dropped.
final class ReadyFiles: Sendable {
    /// How many bytes are kept unless told otherwise.
    static let defaultCapacity = 64 * 1024 * 1024

    private struct Generations {
        var young: [String: ReadyFile] = [:]
        var youngBytes = 0
        var old: [String: ReadyFile] = [:]
        var oldBytes = 0
    }

    /// Bytes of all files together; with 0 none is kept.
    let capacity: Int
    private let generations = Mutex(Generations())

    init(capacity: Int = defaultCapacity) {
        self.capacity = capacity
    }

    /// What is kept takes.
    var bytes: Int { generations.withLock { $0.youngBytes + $0.oldBytes } }

    /// The file that was kept for a target.
    subscript(target: String) -> ReadyFile? {
        generations.withLock { generations in
            if let file = generations.young[target] { return file }
            guard let file = generations.old[target] else { return nil }
            keep(file, for: target, in: &generations)
            return file
        }
    }

    /// Keeps a file, in place of the one kept for the target before.
    ///
    /// Only targets without escapes and queries, so that a resource is kept once; and no file
    /// that would push out all others.
    func keep(_ file: ReadyFile, for target: String) {
        guard file.bytes <= capacity / 4, !target.utf8.contains(where: "%?#".utf8.contains) else {
            return
        }
        generations.withLock { keep(file, for: target, in: &$0) }
    }

    private func keep(_ file: ReadyFile, for target: String, in generations: inout Generations) {
        let replaced = generations.young.updateValue(file, forKey: target)
        generations.youngBytes += file.bytes - (replaced?.bytes ?? 0)
        guard generations.youngBytes > capacity / 2 else { return }
        generations.old = generations.young
        generations.oldBytes = generations.youngBytes
        generations.young = [:]
        generations.youngBytes = 0
    }
}
