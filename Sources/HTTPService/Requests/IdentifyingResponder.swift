public import Hummingbird

/// Has every answer of another responder carry the id of its request.
public struct IdentifyingResponder<Base: HTTPResponder>: HTTPResponder
where Base.Context: RequestContext {
    private let base: Base

    /// A responder that asks `base` for its answers.
    public init(_ base: Base) {
        self.base = base
    }

    /// The answer of the other, also where it threw one.
    public func respond(to request: Request, context: Base.Context) async throws -> Response {
        var response: Response
        do {
            response = try await base.respond(to: request, context: context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        }
        RequestID(of: request, else: context.id).add(to: &response)
        return response
    }
}
