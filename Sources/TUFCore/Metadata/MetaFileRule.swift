/// What an entry in snapshot or timestamp demands of the file it lists.
public enum MetaFileRule: Hashable, Sendable {
    /// Notary: the hashes are always listed and decide; the length is the most to download.
    case hashesRequired
    /// TUF 4.4: the version decides; length and hashes are optional, and exact where listed.
    case versionRequired
}
