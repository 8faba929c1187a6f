import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NotaryTesting
import TUFCore

/// A token server as registries have: it knows `alice`, who may do all, and lets others pull.
final class TokenServer: Sendable {
    static let credentials = "alice:open sesame"

    /// What was asked for.
    let requests: TokenRequests
    /// Where clients fetch tokens.
    let realm: String
    private let running: Task<Void, any Error>

    /// Serves on a port of the system's choice until the last reference goes.
    init(signer: TokenSigner) async throws {
        let requests = TokenRequests()
        let ports = AsyncStream<Int>.makeStream()
        let router = Router()
        router.get("/token") { request, _ in
            try Self.answer(request, signer: signer, requests: requests)
        }
        let application = Application(
            responder: router.buildResponder(),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { ports.continuation.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "token server") { _ in SwiftLogNoOpLogHandler() }
        )
        running = Task { try await application.run() }
        self.requests = requests
        var iterator = ports.stream.makeAsyncIterator()
        realm = "http://127.0.0.1:\(await iterator.next() ?? 0)/token"
    }

    deinit {
        running.cancel()
    }

    private static func answer(
        _ request: Request,
        signer: TokenSigner,
        requests: TokenRequests
    ) throws -> Response {
        let user: String?
        if let authorization = request.headers[.authorization] {
            guard authorization == "Basic \(Base64.encode(Array(credentials.utf8)))" else {
                return Response(status: .unauthorized)
            }
            user = "alice"
        } else {
            user = nil
        }
        let query = request.uri.queryParameters
        let scopes = query.getAll("scope")
        requests.note("\(user ?? "nobody"): \(scopes.joined(separator: " "))")
        guard query["service"] == "notary-lab" else { return Response(status: .badRequest) }
        let access = scopes.compactMap { granted($0, to: user) }
        let now = UTCTime(seconds: Int(Date().timeIntervalSince1970))
        let token = TestToken(at: now, subject: user ?? "", access: access)
        let answer: JSON = [
            "token": .string(try signer.sign(token)), "expires_in": 300,
            "issued_at": .string(now.description),
        ]
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.serialized()))
        )
    }

    /// `TYPE:NAME:ACTIONS`, where the name may have colons too.
    private static func granted(_ scope: String, to user: String?) -> JSON? {
        guard let first = scope.firstIndex(of: ":"), let last = scope.lastIndex(of: ":") else {
            return nil
        }
        let actions = scope[scope.index(after: last)...].split(separator: ",").map(String.init)
        return TestToken.access(
            String(scope[scope.index(after: first)..<last]),
            actions.filter { user != nil || $0 == "pull" },
            type: String(scope[..<first])
        )
    }
}
