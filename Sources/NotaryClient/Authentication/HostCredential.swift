import TUFCore

/// A user name and password that were given for one host.
///
/// Its description never shows the password.
public struct HostCredential: Hashable, Sendable, CustomStringConvertible {
    /// The host they were given for, lower-cased, without a port.
    public let host: String
    /// The user name.
    public let username: String
    /// The password or token.
    public let password: String

    /// Makes a credential for a host.
    ///
    /// The host may be given with a port; the port is not part of the match, since a registry and
    /// its trust server commonly share a host and differ in port.
    public init(host: String, username: String, password: String) {
        self.host = Self.hostName(of: host)
        self.username = username
        self.password = password
    }

    /// The host and the user, without the password.
    public var description: String { "\(username)@\(host)" }

    /// The value of an `Authorization` header for the Basic scheme (RFC 7617).
    var basicAuthorization: String {
        "Basic " + Base64.encode(Array("\(username):\(password)".utf8))
    }

    private static func hostName(of host: String) -> String {
        let lowered = host.lowercased()
        if lowered.hasPrefix("[") {
            return String(lowered.prefix { $0 != "]" }.dropFirst())
        }
        guard lowered.count(where: { $0 == ":" }) == 1 else { return lowered }
        return String(lowered.prefix { $0 != ":" })
    }
}
