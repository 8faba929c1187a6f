/// What an object is, `apps/v1 Deployment`.
public struct GroupVersionKind: Hashable, Sendable {
    /// The API group, empty for the core group.
    public let group: String
    /// The version within the group, `v1`.
    public let version: String
    /// The kind, `Deployment`.
    public let kind: String

    /// Names a kind.
    public init(group: String, version: String, kind: String) {
        self.group = group
        self.version = version
        self.kind = kind
    }

    /// Takes `apiVersion` apart, `apps/v1` or `v1`.
    init(apiVersion: String, kind: String) {
        let parts = apiVersion.split(separator: "/", maxSplits: 1).map(String.init)
        self.init(
            group: parts.count == 2 ? parts[0] : "",
            version: parts.last ?? "",
            kind: kind
        )
    }
}

extension GroupVersionKind: CustomStringConvertible {
    /// `apps/v1 Deployment`.
    public var description: String {
        (group.isEmpty ? "" : "\(group)/") + (version.isEmpty ? "" : "\(version) ") + kind
    }
}
