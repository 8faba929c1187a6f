import NIOCore
import NIOHTTP1

/// Answers what is ready, and passes everything else on.
///
/// It stands right behind the decoder and writes past the encoder, so that an answer costs neither
/// a task nor the making of its header. Only while nothing that was passed on is unanswered: the
/// answers of a connection keep the order of its requests.
final class ReadyHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let responder: any ReadyResponder
    private let timeouts: TimeoutHandler
    private var encoder: ChannelHandlerContext?
    private var date = ReadyDate()
    /// Requests that were passed on and whose answer has not been written whole.
    private var unanswered = 0
    /// The request whose parts are coming was answered here.
    private var isAnswered = false
    private var hasWritten = false
    private var isStopping = false

    init(_ responder: any ReadyResponder, timeouts: TimeoutHandler) {
        self.responder = responder
        self.timeouts = timeouts
    }

    func handlerAdded(context: ChannelHandlerContext) {
        encoder = try? context.pipeline.syncOperations.context(
            handlerType: HTTPResponseEncoder.self
        )
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        encoder = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            isAnswered = answers(head, context: context)
            if isAnswered { return }
            unanswered += 1
        case .body: if isAnswered { return }
        case .end: if isAnswered { return }
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    /// A stop closes connections without an unanswered request at once, so it has to wait until
    /// the client has taken what was written here.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent, !isStopping else {
            return context.fireUserInboundEventTriggered(event)
        }
        isStopping = true
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated()
            .whenComplete { _ in
                context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            }
        (encoder ?? context).writeAndFlush(NIOAny(ByteBuffer()), promise: written)
    }

    /// A client that does not take what it asked for gets no more here: only the ordinary way
    /// waits for it.
    private func answers(_ head: HTTPRequestHead, context: ChannelHandlerContext) -> Bool {
        guard unanswered == 0, !isStopping, context.channel.isWritable, let encoder,
            let request = PlainRequest(head),
            let (answer, id) = responder.answer(
                request.method,
                request.target,
                requestBytes: request.bytes
            )
        else { return false }
        let (first, rest) = answer.bytes(
            for: request.method,
            id: id,
            date: date.bytes(by: responder),
            allocator: context.channel.allocator
        )
        encoder.write(NIOAny(first), promise: nil)
        if let rest { encoder.write(NIOAny(rest), promise: nil) }
        hasWritten = true
        timeouts.answeredElsewhere()
        return true
    }
}
