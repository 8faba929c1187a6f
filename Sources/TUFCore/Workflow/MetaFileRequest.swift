/// One file that an update needs, and the most of it that may be downloaded.
public struct MetaFileRequest: Hashable, Sendable {
    /// Which of a role's files.
    public enum Edition: Hashable, Sendable {
        /// The newest, under the role's bare name.
        case newest
        /// The one of this version.
        case version(MetadataVersion)
        /// The one with this digest: it may come from any cache.
        case digest(Digest)
    }

    /// Whose file.
    public let role: RoleName
    /// Which of its files.
    public let edition: Edition
    /// A longer answer is to be cut off and reported as ``FetchResult/tooLong``.
    public let maximumBytes: Int

    /// Describes a request.
    ///
    /// - Parameters:
    ///   - role: Whose file.
    ///   - edition: Which of its files.
    ///   - maximumBytes: The most to download.
    public init(role: RoleName, edition: Edition, maximumBytes: Int) {
        self.role = role
        self.edition = edition
        self.maximumBytes = maximumBytes
    }
}
