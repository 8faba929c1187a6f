public import Hummingbird

extension Request {
    /// The size of the request as Prometheus' Go client reckons it: what its line, its fields and
    /// its body hold, without what stands between.
    public var approximateBytes: Int {
        var bytes =
            method.rawValue.utf8.count + (head.path?.utf8.count ?? 0) + "HTTP/1.1".utf8.count
        bytes += head.authority?.utf8.count ?? 0
        for field in headers {
            bytes += field.name.rawName.utf8.count + field.value.utf8.count
        }
        return bytes + (headers[.contentLength].flatMap(Int.init) ?? 0)
    }
}
