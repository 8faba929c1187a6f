/// An absolute `http` or `https` URL: what a trust server and a token realm are named by.
public struct HTTPURL: Hashable, Sendable, CustomStringConvertible {
    /// How the host is talked to.
    public enum Scheme: String, Hashable, Sendable {
        /// In the clear.
        case http
        /// Over TLS.
        case https
    }

    /// `http` or `https`.
    public let scheme: Scheme
    /// The host name or address, lower-cased; an IPv6 address without its brackets.
    public let host: String
    /// The port, the scheme's own when the URL names none.
    public let port: Int
    /// The path as written, without trailing slashes: empty or starting with `/`.
    public let path: String
    /// What follows the `?`, as written.
    public let query: String?

    /// Reads an absolute URL.
    ///
    /// - Throws: ``HTTPURLError`` for another scheme, no host, a user name in it, a fragment, or
    ///   characters that a URL cannot have.
    public init(parsing text: String) throws(HTTPURLError) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }) else {
            throw .forbiddenCharacter(text)
        }
        guard let colon = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased())
        else { throw .otherScheme(text) }
        guard !text.contains("#") else { throw .fragment(text) }
        let rest = text[colon.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else { throw .userInformation(host: String(authority)) }
        (host, port) = try Self.hostAndPort(authority, scheme: scheme, of: text)
        self.scheme = scheme
        let tail = rest[authority.endIndex...]
        let path = tail.prefix { $0 != "?" }
        self.path = String(path.reversed().drop { $0 == "/" }.reversed())
        query = path.endIndex == tail.endIndex ? nil : String(tail[path.endIndex...].dropFirst())
    }

    private init(_ base: HTTPURL, path: String, query: String?) {
        scheme = base.scheme
        host = base.host
        port = base.port
        self.path = path
        self.query = query
    }

    /// The URL as text.
    public var description: String {
        "\(origin)\(path.isEmpty ? "/" : path)\(query.map { "?\($0)" } ?? "")"
    }

    /// Scheme, host and, where it is not the scheme's own, port.
    public var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let isDefault = port == Self.defaultPort(of: scheme)
        return "\(scheme.rawValue)://\(name)\(isDefault ? "" : ":\(port)")"
    }

    /// Whether the host is this machine itself.
    public var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether nobody else can read what is sent there: TLS, or this machine.
    public var isPrivateChannel: Bool { scheme == .https || isLoopback }

    /// This URL with more path behind its own.
    func appending(path more: String) -> HTTPURL {
        HTTPURL(self, path: path + more, query: query)
    }

    /// This URL with parameters added to its query, percent-encoded.
    func appending(parameters: [(name: String, value: String)]) -> HTTPURL {
        let added = parameters.map {
            "\(PercentEncoding.queryValue($0.name))=\(PercentEncoding.queryValue($0.value))"
        }
        let parts = (query.map { $0.isEmpty ? [] : [$0] } ?? []) + added
        return HTTPURL(self, path: path, query: parts.joined(separator: "&"))
    }

    private static func hostAndPort(
        _ authority: Substring,
        scheme: Scheme,
        of text: String
    ) throws(HTTPURLError) -> (host: String, port: Int) {
        let host: Substring
        let rest: Substring
        if authority.hasPrefix("[") {
            host = authority.dropFirst().prefix { $0 != "]" }
            guard host.endIndex < authority.endIndex else { throw .noHost(text) }
            rest = authority[host.endIndex...].dropFirst()
        } else {
            host = authority.prefix { $0 != ":" }
            rest = authority[host.endIndex...]
        }
        guard !host.isEmpty, !host.contains("%") else { throw .noHost(text) }
        guard !rest.isEmpty else { return (host.lowercased(), defaultPort(of: scheme)) }
        let digits = rest.dropFirst()
        guard rest.hasPrefix(":"), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let port = UInt16(digits), port > 0
        else {
            throw .badPort(text)
        }
        return (host.lowercased(), Int(port))
    }

    private static func defaultPort(of scheme: Scheme) -> Int { scheme == .https ? 443 : 80 }
}
