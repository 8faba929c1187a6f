import HTTPService

/// The memory that one upload holds, out of what there is for all.
final class UploadShare {
    private let memory: Capacity
    private var held = 0

    init(of memory: Capacity) {
        self.memory = memory
    }

    /// Takes room for `bytes` more.
    ///
    /// What is announced takes none, so that nobody holds room by promising much.
    ///
    /// - Throws: ``UploadError/tooManyAtOnce``.
    func take(_ bytes: Int) throws(UploadError) {
        guard memory.take(bytes) else { throw .tooManyAtOnce }
        held += bytes
    }

    /// Gives back what is held.
    func giveBack() {
        memory.give(held)
        held = 0
    }
}
