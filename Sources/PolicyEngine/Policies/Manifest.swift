/// A file of Kubernetes manifests, YAML or JSON, as it was read.
public struct Manifest: Hashable, Sendable {
    /// Where it comes from, for messages: a file name.
    public let source: String
    /// The whole content.
    public let bytes: [UInt8]

    /// Takes what was read.
    public init(source: String, bytes: [UInt8]) {
        self.source = source
        self.bytes = bytes
    }

    /// Takes text.
    public init(source: String, text: String) {
        self.init(source: source, bytes: Array(text.utf8))
    }
}
