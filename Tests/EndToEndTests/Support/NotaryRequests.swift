import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NotaryService
import TUFCore

/// Requests to a running Notary server, many of them at once if need be.
struct NotaryRequests: Sendable {
    /// An answer, whatever it is.
    struct Answer: Hashable, Sendable {
        let status: Int
        let body: String
    }

    private struct PublicKey: Decodable {
        struct Value: Decodable { let `public`: Data }

        let keytype: String
        let keyval: Value
    }

    /// Gives up at once where nobody listens: a server that was killed is back elsewhere.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// The server, such as `http://127.0.0.1:4443`.
    let url: String

    /// A request of any method for a path.
    ///
    /// - Throws: when no whole answer comes, as from a server that was killed.
    func send(
        _ method: String = "GET",
        _ path: String,
        contentType: String? = nil,
        body: [UInt8] = []
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: url + path)
        request.method = .RAW(value: method)
        if let contentType { request.headers.add(name: "Content-Type", value: contentType) }
        if !body.isEmpty { request.body = .bytes(body) }
        let response = try await Self.client.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 16 << 20)
        return Answer(status: Int(response.status.code), body: String(buffer: bytes))
    }

    /// The public key that the server gives for a role of a new repository.
    func key(for role: ServerRole, of gun: String) async throws -> Key {
        let answer = try await send("GET", "/v2/\(gun)/_trust/tuf/\(role.rawValue).key")
        let key = try JSONDecoder().decode(PublicKey.self, from: Data(answer.body.utf8))
        let type = KeyType(key.keytype)
        return Key(notary: type, publicBytes: [UInt8](key.keyval.public))
    }

    /// Publishes files as the real client does.
    func publish(_ parts: [PublicationPart], to gun: String) async throws -> Answer {
        let boundary = "8c1f4c0e6b1d4f0f9a53"
        var body: [UInt8] = []
        for part in parts {
            body += Array(
                """
                --\(boundary)\r
                Content-Disposition: form-data; name="files"; filename="\(part.name)"\r
                Content-Type: application/octet-stream\r
                \r

                """
                .utf8
            )
            body += part.bytes + Array("\r\n".utf8)
        }
        body += Array("--\(boundary)--\r\n".utf8)
        return try await send(
            "POST",
            "/v2/\(gun)/_trust/tuf/",
            contentType: "multipart/form-data; boundary=\(boundary)",
            body: body
        )
    }
}
