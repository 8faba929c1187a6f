package import GRPCCore

/// Calls a signer; each call has a deadline.
package struct SignerClient<Transport: ClientTransport>: Sendable {
    private let client: GRPCClient<Transport>
    private let timeout: Duration

    /// Calls over `client`, which somebody must run.
    ///
    /// - Parameters:
    ///   - client: the connection.
    ///   - timeout: what a call may take; both sides know it.
    package init(_ client: GRPCClient<Transport>, timeout: Duration) {
        self.client = client
        self.timeout = timeout
    }

    /// - Throws: ``CallError``.
    package func createKey(_ request: CreateKeyRequest) async throws(CallError) -> CreatedKey {
        try await call(SignerMethod.createKey, request)
    }

    /// - Throws: ``CallError``; of code `notFound` when the signer does not hold the key.
    package func keyInfo(_ key: KeyReference) async throws(CallError) -> KeyDescription {
        try await call(SignerMethod.getKeyInfo, key)
    }

    /// - Throws: ``CallError``.
    package func deleteKey(_ key: KeyReference) async throws(CallError) {
        let _: EmptyReply = try await call(SignerMethod.deleteKey, key)
    }

    /// - Throws: ``CallError``; of code `notFound` when the signer does not hold the key.
    package func sign(_ request: SignatureRequest) async throws(CallError) -> SignatureReply {
        try await call(SignerMethod.sign, request)
    }

    /// - Throws: ``CallError``; of code `notFound` for a service that the signer does not have.
    package func checkHealth(_ request: HealthRequest) async throws(CallError) -> HealthReply {
        try await call(SignerMethod.checkHealth, request)
    }

    private func call<Request: WireMessage, Reply: WireMessage>(
        _ method: MethodDescriptor,
        _ request: Request
    ) async throws(CallError) -> Reply {
        var options = CallOptions.defaults
        options.timeout = timeout
        do {
            return try await client.unary(
                request: ClientRequest(message: request),
                descriptor: method,
                serializer: WireSerializer<Request>(),
                deserializer: WireDeserializer<Reply>(),
                options: options
            ) { try $0.message }
        } catch {
            throw CallError(error)
        }
    }
}
