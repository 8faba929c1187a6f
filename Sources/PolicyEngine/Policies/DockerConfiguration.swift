import TUFCore

/// Docker's client configuration, the part with credentials.
///
/// `.dockerconfigjson` has them below `auths`, the older `.dockercfg` at the top.
struct DockerConfiguration {
    let credentials: [RegistryCredential]
    /// Entries that were left aside, and why.
    let remarks: [String]

    init(parsing bytes: [UInt8], isNested: Bool) throws(ManifestError) {
        let root: JSONValue
        do {
            root = try JSONDocument(parsing: bytes, limits: .admissionReview).root
        } catch {
            throw ManifestError(problem: .syntax(error.description))
        }
        guard root.kind == .object else {
            throw ManifestError(problem: .wrongType(expected: "an object"))
        }
        var credentials: [RegistryCredential] = []
        var remarks: [String] = []
        for (server, entry) in Self.entries(root, isNested: isNested) {
            guard let host = Self.host(of: server) else {
                remarks.append("`\(server)` is not a host alone, so its credentials are not used")
                continue
            }
            guard let (username, password) = Self.login(entry) else { continue }
            credentials.append(
                RegistryCredential(host: host, username: username, password: password)
            )
        }
        (self.credentials, self.remarks) = (credentials, remarks)
    }

    private static func entries(_ root: JSONValue, isNested: Bool) -> [(String, JSONValue)] {
        guard let entries = isNested ? root["auths"] : root else { return [] }
        return entries.members.map { ($0.name, $0.value) }
    }

    /// The host of `https://index.docker.io/v1/`, `registry.example.com:5000` and the like.
    ///
    /// Nil for part of a registry: its credentials must not go to the rest of it.
    private static func host(of server: String) -> RegistryHost? {
        let schemes = ["https://", "http://"]
        let scheme = schemes.first { server.hasPrefix($0) }
        let rest = server.dropFirst(scheme?.count ?? 0)
        let host = rest.prefix { $0 != "/" }
        guard ["", "/", "/v1", "/v1/", "/v2", "/v2/"].contains(rest.dropFirst(host.count)) else {
            return nil
        }
        do {
            return try RegistryHost(parsing: host)
        } catch {
            return nil
        }
    }

    /// `auth` is base64 of `user:password` and wins over the two by themselves, if it is that.
    private static func login(_ entry: JSONValue) -> (String, String)? {
        if let auth = entry["auth"]?.string, let bytes = Base64.decode(auth),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0
        {
            let password = bytes[(colon + 1)...].reversed().drop { $0 == 0 }.reversed()
            return (
                String(decoding: bytes[..<colon], as: UTF8.self),
                String(decoding: password, as: UTF8.self)
            )
        }
        guard let username = entry["username"]?.string, !username.isEmpty else { return nil }
        return (username, entry["password"]?.string ?? "")
    }
}
