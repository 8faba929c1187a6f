package import GRPCCore

/// Takes messages from the gRPC library.
package struct WireDeserializer<Message: WireMessage>: MessageDeserializer {
    package init() {}

    /// - Throws: `RPCError` of code `internal`, as the original answers what it cannot read.
    package func deserialize<Bytes: GRPCContiguousBytes>(_ bytes: Bytes) throws -> Message {
        let bytes = unsafe bytes.withUnsafeBytes { unsafe [UInt8]($0) }
        do {
            return try Message(serialized: bytes)
        } catch {
            throw RPCError(code: .internalError, message: "cannot read the message: \(error)")
        }
    }
}
