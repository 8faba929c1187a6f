/// The base URL of a Notary server, checked.
public struct TrustServer: Hashable, Sendable {
    /// How the server is spoken to.
    public enum Scheme: String, Hashable, Sendable {
        /// Encrypted, and the server shows who it is.
        case https
        /// Anyone on the way can read and answer; what is signed stays safe from being forged.
        case http
    }

    /// How the server is spoken to.
    public let scheme: Scheme
    /// Host and port, in canonical spelling; `:443` is left out with https only.
    public let host: String
    /// The path before `/v2/`, empty or starting with a slash, without one at the end.
    public let path: String

    /// The whole URL, without a slash at the end.
    public var url: String { "\(scheme.rawValue)://\(host)\(path)" }

    /// Whether only this machine can hear what is said.
    public var isLoopback: Bool {
        let bare = host.split(separator: ":").first ?? ""
        return bare == "localhost" || host == "[::1]" || host.hasPrefix("[::1]:")
            || Self.isLoopbackIPv4(bare)
    }

    /// Reads a URL.
    ///
    /// - Parameter text: `https://notary.example.com:4443/trust`.
    /// - Throws: ``TrustServerError``.
    public init(parsing text: String) throws(TrustServerError) {
        guard let end = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<end.lowerBound].lowercased())
        else { throw .notHTTP(text) }
        let rest = text[end.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        let isClean = rest.utf8.allSatisfy {
            $0.isAlphanumeric || "-._~/:[]%+".utf8.contains($0)
        }
        guard isClean, !authority.isEmpty else { throw .notPlain(text) }
        self.scheme = scheme
        do {
            let host = try RegistryHost(parsing: authority).nameWithoutDefaultPort
            let isDefaultOfHTTPS = scheme == .http && authority.hasSuffix(":443")
            self.host = isDefaultOfHTTPS ? "\(host):443" : host
        } catch {
            throw .invalidHost(error)
        }
        path = String(rest.dropFirst(authority.count).reversed().drop { $0 == "/" }.reversed())
    }

    /// The server that is known for a registry without any being named.
    static func known(for host: RegistryHost) -> TrustServer? { knownServers[host.name] }

    private init(https host: String) { (scheme, self.host, path) = (.https, host, "") }

    private static let knownServers = [
        "docker.io": TrustServer(https: "notary.docker.io"),
        "quay.io": TrustServer(https: "quay.io"),
    ]

    /// 127.0.0.0/8 in the usual four decimal numbers.
    private static func isLoopbackIPv4(_ host: Substring) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension TrustServer: CustomStringConvertible {
    /// The URL.
    public var description: String { url }
}
