/// Why a request is allowed without any image being judged; each has a name to count and log.
public enum PassReason: String, Hashable, Sendable, CaseIterable {
    /// DELETE and CONNECT bring no image.
    case operationBringsNoImage = "the operation brings no image"
    /// Through the subresource no image can change.
    case subresourceBringsNoImage = "no image can change through the subresource"
    /// An object that is being deleted, and every image is as it was: finalizers can be removed.
    case beingDeleted = "the object is being deleted and no image changes"
    /// The object runs nothing.
    case noImages = "the object has no image"
}
