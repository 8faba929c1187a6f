import Foundation
import NIOCore
import Synchronization

/// Keeps what a server sends, and takes answers out of it.
final class Collector: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private struct State {
        var text = ""
        var isClosed = false
    }

    private let state = Mutex(State())

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let piece = String(buffer: unwrapInboundIn(data))
        state.withLock { $0.text += piece }
    }

    func channelInactive(context: ChannelHandlerContext) {
        state.withLock { $0.isClosed = true }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// The first answer, once it is whole or nothing more will come.
    func takeAnswer() -> String? {
        state.withLock { state in
            guard let end = Self.end(of: state.text) else {
                guard state.isClosed else { return nil }
                defer { state.text = "" }
                return state.text
            }
            let answer = String(state.text[..<end])
            state.text.removeSubrange(..<end)
            return answer
        }
    }

    private static func end(of text: String) -> String.Index? {
        guard let head = text.range(of: "\r\n\r\n") else { return nil }
        let length = text[..<head.lowerBound].split(separator: "\r\n")
            .first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: ":")[1].drop { $0 == " " }) }
        return text.utf8.index(
            head.upperBound,
            offsetBy: length ?? 0,
            limitedBy: text.endIndex
        )
    }
}
