import NotaryClient

/// A network without trust servers.
struct SilentTransport: HTTPTransport {
    func get(_ request: HTTPGet) async throws(TransportError) -> HTTPAnswer {
        throw .unreachable(origin: request.url.origin, reason: "connection refused")
    }
}
