/// Why the configured signer cannot be used.
enum TrustServiceError: Error, Hashable, Sendable, CustomStringConvertible {
    /// This version keeps its keys itself.
    case notThereYet(host: String, port: Int)

    /// The trust service in words.
    var description: String {
        switch self {
        case .notThereYet(let host, let port):
            "`trust_service.type` `remote` (`\(host):\(port)`): this version has no client for a "
                + "signer yet: expected `local`"
        }
    }
}
