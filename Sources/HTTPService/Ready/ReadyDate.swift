import Foundation
import NIOCore

/// The field `Date` with the line that ends a header, made once a second.
struct ReadyDate {
    private var second = -1
    private var field = ByteBuffer()

    /// The field now, written by `responder`.
    mutating func bytes(by responder: any ReadyResponder) -> ByteBuffer {
        let now = Int(Date.now.timeIntervalSince1970)
        if now != second {
            second = now
            field = ByteBuffer(string: "Date: \(responder.date(secondsSince1970: now))\r\n\r\n")
        }
        return field
    }
}
