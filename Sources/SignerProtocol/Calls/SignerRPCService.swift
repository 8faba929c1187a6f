package import GRPCCore

/// A handler as a service of the gRPC library.
package struct SignerRPCService<Handler: SignerHandler>: RegistrableRPCService {
    private let handler: Handler

    package init(_ handler: Handler) {
        self.handler = handler
    }

    package func registerMethods<Transport: ServerTransport>(
        with router: inout RPCRouter<Transport>
    ) {
        register(SignerMethod.createKey, in: &router) { try await $0.createKey($1) }
        register(SignerMethod.deleteKey, in: &router) { (handler, key: KeyReference) in
            try await handler.deleteKey(key)
            return EmptyReply()
        }
        register(SignerMethod.getKeyInfo, in: &router) { try await $0.keyInfo($1) }
        register(SignerMethod.sign, in: &router) { try await $0.sign($1) }
        register(SignerMethod.checkHealth, in: &router) { try await $0.checkHealth($1) }
    }

    private func register<Request: WireMessage, Reply: WireMessage, Transport: ServerTransport>(
        _ method: MethodDescriptor,
        in router: inout RPCRouter<Transport>,
        answer: @escaping @Sendable (Handler, Request) async throws -> Reply
    ) {
        router.registerHandler(
            forMethod: method,
            deserializer: WireDeserializer<Request>(),
            serializer: WireSerializer<Reply>()
        ) { [handler] request, _ in
            let request = try await ServerRequest(stream: request)
            do {
                let reply = try await answer(handler, request.message)
                return StreamingServerResponse(single: ServerResponse(message: reply))
            } catch let error as CallError {
                throw RPCError(code: error.code, message: error.message)
            }
        }
    }
}
