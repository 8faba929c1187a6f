package import GRPCCore

/// Hands messages to the gRPC library.
package struct WireSerializer<Message: WireMessage>: MessageSerializer {
    package init() {}

    package func serialize<Bytes: GRPCContiguousBytes>(_ message: Message) -> Bytes {
        Bytes(message.serialized)
    }
}
