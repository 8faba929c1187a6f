import Hummingbird
import NIOCore
import TUFCore

/// An error as Notary sends it: `{"errors":[{"code":…,"message":…,"detail":…}]}` and a newline.
struct ErrorBody: Hashable, Sendable {
    let code: ErrorCode
    /// What is particular to this error; left out when nil.
    let detail: JSON?

    init(code: ErrorCode, detail: JSON? = nil) {
        self.code = code
        self.detail = detail
    }

    /// The answer with the code's status.
    var response: Response {
        var response = Response(
            status: code.status,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
        if let seconds = code.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    /// The body.
    var bytes: [UInt8] {
        var error: [JSON.Member] = [
            .init(name: "code", value: .string(code.rawValue)),
            .init(name: "message", value: .string(code.message)),
        ]
        if let detail { error.append(.init(name: "detail", value: detail)) }
        let body = JSON.object([.init(name: "errors", value: .array([.object(error)]))])
        return GoJSON.bytes(body) + [UInt8(ascii: "\n")]
    }
}
