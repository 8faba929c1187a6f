import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Takes the fields out of an answer that speak of its connection: in HTTP/2 an answer with one is
/// malformed (RFC 9113 8.2.2), and what answers need not know which protocol it is asked by.
final class ConnectionFieldsHandler: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var response) = unwrapOutboundIn(data),
            response.headerFields.contains(where: { Self.names.contains($0.name) })
        else {
            context.write(data, promise: promise)
            return
        }
        response.headerFields.removeAll { Self.names.contains($0.name) }
        context.write(wrapOutboundOut(.head(response)), promise: promise)
    }

    private static let names = Set(
        ["Connection", "Proxy-Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade"]
            .compactMap { HTTPField.Name($0) }
    )
}
