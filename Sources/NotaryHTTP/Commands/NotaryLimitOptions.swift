import ArgumentParser
import HTTPService

/// The options of `serve` about what one publish, and all at once, may bring, and what is kept.
struct NotaryLimitOptions: ParsableArguments {
    private static let defaults = ServerLimits()

    @Option(help: "The largest body of a publish; a larger one gets 413.")
    var maxUpload = ByteCount(bytes: defaults.uploads.maximumBodyBytes)

    @Option(help: "What all uploads may hold at once; one that needs more gets 503.")
    var uploadMemory = ByteCount(bytes: defaults.uploads.maximumBytesAtOnce)

    @Option(help: "Keys that may be in the making at once; one more gets 429.")
    var maxKeyCreations = defaults.keyCreationsAtOnce

    @Option(help: "What is kept in memory of metadata that was read, ready to send; 0 for nothing.")
    var metadataCache = ByteCount(bytes: defaults.metadataCacheBytes)

    /// Finds out early whether one upload has room.
    func validate() throws {
        guard (1024...1 << 32).contains(maxUpload.bytes) else {
            throw ValidationError(
                "`--max-upload \(maxUpload)` is out of bounds: expected 1KiB to 4GiB"
            )
        }
        guard uploadMemory.bytes >= maxUpload.bytes else {
            throw ValidationError(
                "`--upload-memory \(uploadMemory)` has no room for one upload of "
                    + "`--max-upload \(maxUpload)`"
            )
        }
        guard (1...10_000).contains(maxKeyCreations) else {
            throw ValidationError(
                "`--max-key-creations \(maxKeyCreations)` is out of bounds: expected 1 to 10000"
            )
        }
    }

    /// For the reader of uploads.
    var uploads: UploadLimits {
        var limits = UploadLimits()
        limits.maximumBodyBytes = maxUpload.bytes
        limits.maximumPartBytes = min(limits.maximumPartBytes, maxUpload.bytes)
        limits.maximumBytesAtOnce = uploadMemory.bytes
        return limits
    }
}
