/// Names one policy resource, as `kubectl` would find it.
public struct PolicyID: Hashable, Sendable {
    /// The two kinds of policies.
    public enum Kind: String, Hashable, Sendable {
        /// For one namespace.
        case imagePolicy = "ImagePolicy"
        /// For every namespace that has no policy of its own.
        case clusterImagePolicy = "ClusterImagePolicy"
    }

    /// Which kind.
    public let kind: Kind
    /// The namespace of an ImagePolicy.
    public let namespace: String?
    /// The name.
    public let name: String
}

extension PolicyID: CustomStringConvertible {
    /// `ImagePolicy team/default`, `ClusterImagePolicy base`.
    public var description: String {
        "\(kind.rawValue) " + (namespace.map { "\($0)/" } ?? "") + name
    }
}
