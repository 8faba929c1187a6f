/// Why an upload could not be taken apart.
enum UploadError: Error, Hashable, Sendable {
    /// No `multipart/…` content type with a boundary.
    case notMultipart
    /// The framing is broken, or the body ended before the last boundary.
    case malformed
    /// A part does not say which role it is.
    case missingFileName
    /// Other uploads hold all the memory that there is for uploads.
    case tooManyAtOnce
    /// More than this server takes; says of what, and how much is taken.
    case tooLarge(Excess, limit: Int)

    /// What there was too much of.
    enum Excess: String, Hashable, Sendable {
        case body
        case part
        case parts
    }

    /// Whether a part is wrong, or what stands around it.
    var isOfPart: Bool { self == .malformed || self == .missingFileName }
}
