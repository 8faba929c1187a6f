import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import NotaryService
import NotaryStorage
import NotaryTesting
import TUFCore

@testable import NotaryHTTP

/// The server without a socket, over memory.
struct ServerUnderTest {
    let logs = LogRecorder()
    let responder: NotaryResponder
    let service: NotaryService

    init(
        store: any MetadataStore = InMemoryMetadataStore(),
        signing: any SigningService = TestSigningService(),
        settings: ServiceSettings = ServiceSettings(),
        limits: UploadLimits = UploadLimits(),
        requestsAtOnce: Int = 1024,
        caching: CachingConfiguration = CachingConfiguration(),
        gunPrefixes: GUNPrefixes = .all,
        tokens: TokenAuthenticator? = nil,
        now: @escaping @Sendable () -> UTCTime = { TestTime.now }
    ) {
        let logger = logs.logger()
        service = NotaryService(store: store, signing: signing, settings: settings, logger: logger)
        responder = NotaryResponder(
            service: service,
            limits: limits,
            requestsAtOnce: requestsAtOnce,
            caching: caching,
            gunPrefixes: gunPrefixes,
            tokens: tokens,
            logger: logger,
            now: now
        )
    }

    /// Someone who publishes `lab/app`, whose snapshot and timestamp keys this server made.
    func publisher() async throws -> TestPublisher {
        try await TestPublisher(with: service)
    }

    func send(
        _ method: String,
        _ path: String,
        headers: HTTPFields = [:],
        body: [UInt8]? = nil
    ) async throws -> TestResponse {
        try await Application(responder: responder)
            .test(.router) { client in
                try await client.execute(
                    uri: path,
                    method: HTTPRequest.Method(rawValue: method) ?? .get,
                    headers: headers,
                    body: body.map { ByteBuffer(bytes: $0) }
                )
            }
    }

    func post(_ upload: Multipart, to path: String = path("")) async throws -> TestResponse {
        try await send(
            "POST",
            path,
            headers: [.contentType: upload.contentType],
            body: upload.bytes
        )
    }

    /// The path of `file` in the test repository.
    static func path(_ file: String) -> String {
        "/v2/lab/app/_trust/tuf/\(file)"
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
