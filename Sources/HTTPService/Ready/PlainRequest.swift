import NIOHTTP1

/// A request that asks for a resource as it is, and for nothing else.
struct PlainRequest {
    let method: ReadyMethod
    let target: String
    /// Its size, as ``Request/approximateBytes`` has it.
    let bytes: Int

    /// Nil for everything that only the ordinary way knows what to do with: other methods and
    /// versions, a body, a field that is not known to change nothing.
    init?(_ head: HTTPRequestHead) {
        switch head.method {
        case .GET: method = .get
        case .HEAD: method = .head
        default: return nil
        }
        guard head.version == .http1_1, Self.isPlain(head.headers) else { return nil }
        target = head.uri
        bytes = head.headers.reduce(head.uri.utf8.count + Self.lineBytes(method)) {
            // The host counts by its value only.
            $0 + $1.value.utf8.count + (Self.isWord($1.name, "host") ? 0 : $1.name.utf8.count)
        }
    }

    private static func lineBytes(_ method: ReadyMethod) -> Int {
        method.rawValue.utf8.count + "HTTP/1.1".utf8.count
    }

    private static func isPlain(_ headers: HTTPHeaders) -> Bool {
        var hosts = 0
        for (name, value) in headers {
            if isWord(name, "host") {
                hosts += 1
            } else if isWord(name, "connection") {
                guard isWord(value, "keep-alive") else { return false }
            } else if !harmless.contains(where: { isWord(name, $0) }) {
                return false
            }
        }
        return hosts == 1
    }

    /// Whether a text is a word of lower-case letters and hyphens, whatever the case of its own.
    private static func isWord(_ text: String, _ word: String) -> Bool {
        text.utf8.count == word.utf8.count
            && zip(text.utf8, word.utf8).allSatisfy { $0 | 0x20 == $1 }
    }

    /// Fields of a request that an answer does not depend on.
    private static let harmless = [
        "user-agent", "accept", "accept-encoding", "accept-language", "cache-control", "pragma",
        "via", "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip",
    ]
}
