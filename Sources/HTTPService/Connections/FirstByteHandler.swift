import NIOCore

/// Tells the time-outs of bytes that are no request yet, which only the decoder sees otherwise.
final class FirstByteHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let timeouts: TimeoutHandler

    init(_ timeouts: TimeoutHandler) {
        self.timeouts = timeouts
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let before = timeouts.receivedParts
        context.fireChannelRead(data)
        if timeouts.receivedParts == before { timeouts.receivedPieceOfHeader() }
    }
}
