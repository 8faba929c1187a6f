/// User and password for one registry host, from a pull secret.
public struct RegistryCredential: Hashable, Sendable {
    /// The only host these may be used for; never compared as a prefix.
    public let host: RegistryHost
    /// The user, or `token` and the like as the registry wants it.
    public let username: String
    /// The secret.
    public let password: String
}

extension RegistryCredential: CustomStringConvertible, CustomReflectable {
    /// Host and user; never the password.
    public var description: String { "credentials of `\(username)` for \(host)" }

    /// Shows no password either.
    public var customMirror: Mirror { Mirror(self, children: ["credential": description]) }
}
