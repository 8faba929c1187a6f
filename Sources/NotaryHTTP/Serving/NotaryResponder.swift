import HTTPService
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import TUFCore

/// Answers every request: finds the route, has it handled, counts it and writes its log line.
///
/// The router is our own: a GUN takes as many segments as the pattern leaves it, and the
/// original's paths are decoded and cleaned in a way that has to be kept.
struct NotaryResponder: HTTPResponder {
    typealias Context = PeerContext

    let handlers: NotaryHandlers
    /// The repositories that are served at all.
    let gunPrefixes: GUNPrefixes
    /// Who is let in by tokens; nil where all are.
    let tokens: TokenAuthenticator?
    /// For requests that run at once.
    let places: Capacity
    let log: RequestLog

    func respond(to request: Request, context: Context) async throws -> Response {
        let start = ContinuousClock.now
        var requester = Requester(id: RequestID(of: request, else: context.id))
        let method = request.method.rawValue
        guard let target = RequestTarget(request.head.path ?? "") else {
            return logged(request, requester, start, nil, Self.badRequest)
        }
        if method == "OPTIONS", target.isAsterisk {
            return logged(request, requester, start, nil, Response(status: .ok))
        }
        if let location = target.cleanedLocation {
            let moved = Response(status: .movedPermanently, headers: [.location: location])
            return logged(request, requester, start, nil, moved)
        }
        let route = NotaryRoute(method: method, path: target.path)
        if route.isAudited { requester.peer = await context.peer }
        let isLimited = !route.isOperational
        guard !isLimited || places.take() else {
            log.metrics.refuseRequest()
            let body = ErrorBody(code: .unavailable)
            return logged(request, requester, start, route, body.response, reason: "too many")
        }
        defer { if isLimited { places.give() } }
        do {
            requester.subject = try admit(request, to: route)
            let response = try await handlers.answer(
                route,
                request,
                target,
                requester: requester
            )
            return logged(request, requester, start, route, response)
        } catch {
            if case .connection(let underlying) = error {
                log.logger.info(
                    "connection broke",
                    metadata: ["request": "\(requester.id)", "error": "\(underlying)"]
                )
                throw underlying
            }
            let body = error.body
            let reason = error.reason.map { "\(body.code.rawValue): \($0)" } ?? body.code.rawValue
            audit(error, route, requester, reason: reason)
            return logged(request, requester, start, route, error.response, reason: reason)
        }
    }

    private func audit(
        _ failure: RequestFailure,
        _ route: NotaryRoute,
        _ requester: Requester,
        reason: String
    ) {
        let refusal = AuditEntry.refused(
            route,
            roles: failure.roles,
            status: failure.body.code.status.code,
            reason: reason
        )
        if let refusal { handlers.audit.note(refusal, by: requester) }
    }

    /// The name in the request's token; whether a repository is served is looked at before.
    private func admit(
        _ request: Request,
        to route: NotaryRoute
    ) throws(RequestFailure) -> String? {
        if let refusal = gunPrefixes.refusal(of: route) { throw .refused(refusal) }
        guard let tokens, let access = route.requiredAccess else { return nil }
        return try tokens.subject(of: request, for: access, at: handlers.now())
    }

    private static var badRequest: Response {
        Response(
            status: .badRequest,
            headers: [.contentType: "text/plain; charset=utf-8", .connection: "close"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "400 Bad Request"))
        )
    }

    private func logged(
        _ request: Request,
        _ requester: Requester,
        _ start: ContinuousClock.Instant,
        _ route: NotaryRoute?,
        _ response: Response,
        reason: String? = nil
    ) -> Response {
        log.note(
            RequestLog.Entry(
                method: request.method.rawValue,
                path: request.head.path ?? "",
                operation: route.flatMap(Operation.init),
                status: response.status.code,
                duration: ContinuousClock.now - start,
                requestBytes: request.approximateBytes,
                responseBytes: request.method == .head ? 0 : response.body.contentLength ?? 0,
                reason: reason
            )
        ) {
            requester
        }
        var response = request.method == .head ? response.createHeadResponse() : response
        requester.id.add(to: &response)
        return response
    }
}
