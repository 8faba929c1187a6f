import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes the connection after the answer to a request that asks for another protocol on it
/// (RFC 9110 7.8 and 9.3.6), which is answered as if it did not.
///
/// The parser reads nothing after such a request, so that the next one on the connection would
/// never be answered.
final class UpgradeHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var request) = unwrapInboundIn(data), Self.asksForUpgrade(request) else {
            context.fireChannelRead(data)
            return
        }
        request.headerFields[.connection] = "close"
        context.fireChannelRead(wrapInboundOut(.head(request)))
    }

    private static func asksForUpgrade(_ request: HTTPRequest) -> Bool {
        if request.method == .connect { return true }
        guard request.headerFields[.upgrade] != nil else { return false }
        return request.headerFields[values: .connection]
            .contains { $0.lowercased().contains("upgrade") }
    }
}
