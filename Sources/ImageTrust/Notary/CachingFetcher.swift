import NotaryClient
import TUFCore

/// Fetches files, and those that are asked for by digest only once.
struct CachingFetcher: MetadataFetcher {
    let fetcher: any MetadataFetcher
    let cache: FileCache
    let origin: FileCache.Origin

    func fetch(_ request: MetaFileRequest) async -> FetchResult {
        guard case .digest(let digest) = request.edition else {
            return await fetcher.fetch(request)
        }
        if let known = await cache.file(of: request.role, with: digest, from: origin) {
            return .bytes(known)
        }
        let result = await fetcher.fetch(request)
        if case .bytes(let bytes) = result {
            await cache.keep(bytes, of: request.role, as: digest, from: origin)
        }
        return result
    }
}
