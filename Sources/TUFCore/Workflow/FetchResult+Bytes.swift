extension FetchResult {
    /// The bytes, or why there are none.
    func bytes(of request: MetaFileRequest) throws(UpdateError) -> [UInt8] {
        switch self {
        case .bytes(let bytes) where bytes.count <= request.maximumBytes: return bytes
        case .bytes, .tooLong: throw .tooLong(role: request.role, limit: request.maximumBytes)
        case .notFound: throw .notFound(role: request.role)
        case .unavailable(let text): throw .unavailable(role: request.role, text)
        }
    }
}
