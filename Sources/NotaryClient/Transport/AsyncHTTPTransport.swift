import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL

/// The transport over the network: AsyncHTTPClient with TLS, connection reuse and hard limits.
public struct AsyncHTTPTransport: HTTPTransport {
    private let client: HTTPClient

    /// Makes a transport.
    ///
    /// - Parameters:
    ///   - extraAuthorities: PEM files of certificate authorities trusted beside the system's own.
    ///   - connectTimeout: how long a connection may take to stand, TLS included, in seconds.
    /// - Throws: ``TransportSetupError`` for a file that cannot be read or has no certificate.
    public init(
        extraAuthorities: [String] = [],
        connectTimeout: Int = 5
    ) throws(TransportSetupError) {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(Int64(connectTimeout)))
        )
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.additionalTrustRoots = [.certificates(try Self.certificates(in: extraAuthorities))]
        configuration.tlsConfiguration = tls
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        // Shorter than servers wait, so that no request meets a connection that is just closed.
        configuration.connectionPool.idleTimeout = .seconds(15)
        client = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: configuration
        )
    }

    /// Closes the connections; no request may be sent afterwards.
    public func shutdown() async {
        // Only a second shutdown fails, and then there is nothing left to close.
        do { try await client.shutdown() } catch {}
    }

    /// Sends one GET within its limits.
    ///
    /// - Throws: ``TransportError`` when no whole answer within the limits arrived.
    public func get(_ request: HTTPGet) async throws(TransportError) -> HTTPAnswer {
        let origin = request.url.origin
        do {
            let client = self.client
            let answer = try await Deadline.run(before: request.deadline) {
                try await Self.exchange(request, over: client)
            }
            guard let answer else { throw TransportError.deadlineExceeded(origin: origin) }
            return answer
        } catch let error as TransportError {
            throw error
        } catch is CancellationError {
            throw .cancelled
        } catch let error as HTTPClientError where error == .deadlineExceeded {
            throw .deadlineExceeded(origin: origin)
        } catch let error as HTTPClientError where error == .cancelled {
            throw .cancelled
        } catch {
            throw .unreachable(origin: origin, reason: String(describing: error))
        }
    }

    private static func exchange(
        _ request: HTTPGet,
        over client: HTTPClient
    ) async throws -> HTTPAnswer {
        var outgoing = HTTPClientRequest(url: request.url.description)
        outgoing.headers.add(name: "User-Agent", value: "countersign")
        if let authorization = request.authorization {
            outgoing.headers.add(name: "Authorization", value: authorization)
        }
        let deadline = NIODeadline.now() + .hours(1)
        let response = try await client.execute(outgoing, deadline: deadline)
        let challenges = response.headers["WWW-Authenticate"]
        guard response.status == .ok else {
            return HTTPAnswer(
                status: Int(response.status.code),
                authenticateHeaders: challenges
            )
        }
        let body = try await wholeBody(of: response, limit: request.byteLimit)
        return HTTPAnswer(status: 200, authenticateHeaders: challenges, body: body)
    }

    private static func wholeBody(
        of response: HTTPClientResponse,
        limit: Int
    ) async throws -> [UInt8] {
        let declared = response.headers.first(name: "Content-Length").flatMap { Int($0) }
        if let declared, declared > limit { throw TransportError.tooLarge(limit: limit) }
        var body: [UInt8] = []
        body.reserveCapacity(declared ?? 0)
        for try await chunk in response.body {
            guard body.count + chunk.readableBytes <= limit else {
                throw TransportError.tooLarge(limit: limit)
            }
            body.append(contentsOf: chunk.readableBytesView)
        }
        // The body's stream just ends when the task is cancelled: what came so far is no answer.
        try Task.checkCancellation()
        return body
    }

    private static func certificates(
        in files: [String]
    ) throws(TransportSetupError) -> [NIOSSLCertificate] {
        var all: [NIOSSLCertificate] = []
        for file in files {
            do {
                let found = try NIOSSLCertificate.fromPEMFile(file)
                guard !found.isEmpty else { throw TransportSetupError.noCertificate(file: file) }
                all += found
            } catch {
                throw .noCertificate(file: file)
            }
        }
        return all
    }
}
