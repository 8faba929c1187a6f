extension TargetFile {
    /// TUF 5.7.3: the hash stands before the last element of the path.
    static func name(_ name: String, prefixedWith digest: Digest) -> String {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let directory = parts.dropLast().map { "\($0)/" }.joined()
        return "\(directory)\(digest.hex).\(parts.last ?? "")"
    }
}
