public import Hummingbird
import NIOCore

/// Lets a limited number of requests run at once; one more gets 503 and when to come again.
public struct RequestLimit<Context: RequestContext>: RouterMiddleware {
    private let places: Capacity

    /// A limit with as many places as there are left in `places`.
    public init(_ places: Capacity) {
        self.places = places
    }

    /// Passes the request on if there is a place.
    public func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard places.take() else {
            return Response(
                status: .serviceUnavailable,
                headers: [.contentType: "text/plain; charset=utf-8", .retryAfter: "1"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: "too many requests at once\n"))
            )
        }
        defer { places.give() }
        return try await next(request, context)
    }
}
