public import TUFCore

extension NotarySession: MetadataFetcher {
    /// Fetches one file under the name that Notary serves it by.
    public func fetch(_ request: MetaFileRequest) async -> FetchResult {
        do {
            let found = try await file(
                named: request.notaryFileName,
                byteLimit: request.maximumBytes
            )
            return found.map { .bytes($0) } ?? .notFound
        } catch .transport(.tooLarge) {
            return .tooLong
        } catch {
            return .unavailable(error.description)
        }
    }
}

extension MetaFileRequest {
    /// `ROLE.json`, `VERSION.ROLE.json` or `ROLE.SHA256.json`.
    package var notaryFileName: String {
        switch edition {
        case .newest: "\(role).json"
        case .version(let version): "\(version.number).\(role).json"
        case .digest(let digest): "\(role).\(digest.hex).json"
        }
    }
}
