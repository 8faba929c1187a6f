/// How much one publish may send.
struct UploadLimits: Hashable, Sendable {
    /// Bytes of the whole body.
    var maximumBodyBytes = 128 * 1024 * 1024
    /// Bytes of all bodies that are held at once.
    var maximumBytesAtOnce = 512 * 1024 * 1024
    /// Bytes of one file.
    var maximumPartBytes = 100 * 1024 * 1024
    /// Number of files: one a role.
    var maximumParts = 1000
    /// Bytes of the headers of one file.
    var maximumHeaderBytes = 16 * 1024
}
