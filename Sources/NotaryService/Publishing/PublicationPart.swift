/// One file of an upload, as it came.
public struct PublicationPart: Hashable, Sendable {
    /// The part's file name without `.json`: which role it claims to be.
    public let name: String
    /// The file, exactly as received.
    public let bytes: [UInt8]

    /// A part with its name not yet checked.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
