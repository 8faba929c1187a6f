import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import TUFCore

/// Sends one GET after the other: no redirects, no retries, nothing fetched ahead.
struct Downloader {
    typealias Body = HTTPClientResponse.Body

    private let client: HTTPClient

    init() {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(30))
        )
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Closes the connections; nothing can be fetched afterwards.
    func shutdown() async {
        // Only a second shutdown fails, and then there is nothing left to close.
        do { try await client.shutdown() } catch {}
    }

    /// Fetches a metadata file, cut off where it is longer than allowed.
    ///
    /// Stores of objects answer 403 for what they do not have.
    func metadata(at url: String, atMost limit: Int) async -> FetchResult {
        do {
            let response = try await get(url)
            switch response.status {
            case .ok: break
            case .notFound, .forbidden: return .notFound
            default: return .unavailable("status \(response.status.code)")
            }
            var bytes: [UInt8] = []
            for try await chunk in response.body {
                bytes += chunk.readableBytesView
                guard bytes.count <= limit else { return .tooLong }
            }
            return .bytes(bytes)
        } catch {
            return .unavailable("\(error)")
        }
    }

    /// Begins to fetch a target.
    func target(at url: String) async throws -> Body {
        let response = try await get(url)
        guard response.status == .ok else {
            throw ClientError.notServed(url: url, status: Int(response.status.code))
        }
        return response.body
    }

    private func get(_ url: String) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "User-Agent", value: "countersign-conformance")
        return try await client.execute(request, timeout: .seconds(60))
    }
}
