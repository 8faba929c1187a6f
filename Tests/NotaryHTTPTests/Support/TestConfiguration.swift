import TUFCore

@testable import NotaryHTTP

/// A configuration that can be run, and changes to it.
struct TestConfiguration {
    static let file = "/etc/notary/server.json"

    private(set) var root: JSON = [
        "server": ["http_addr": "127.0.0.1:4443"],
        "trust_service": ["type": "local"],
        "storage": ["backend": "memory"],
    ]
    var environment: [String: String] = [:]
    var options: [ServerKey: (name: String, value: String)] = [:]
    var noAuthentication = false

    /// A file that says `root`.
    init(root: JSON? = nil) {
        if let root { self.root = root }
    }

    /// The one that can be run, with `value` at `key`; without the key when nil.
    init(_ key: String, _ value: JSON?) {
        set(key, value)
    }

    mutating func set(_ key: String, _ value: JSON?) {
        root = Self.changed(root, key.split(separator: ".")[...], value)
    }

    /// What is read of it.
    func read() throws -> ServerConfiguration {
        try ServerConfigurationReader.settings(
            from: source(),
            noAuthentication: noAuthentication
        )
        .configuration()
    }

    /// The lines of what is wrong with it.
    func faults() -> [String] {
        do {
            _ = try read()
            return []
        } catch {
            return "\(error)".split(separator: "\n").map(String.init)
        }
    }

    func source() throws -> ConfigurationSource<ServerKey> {
        ConfigurationSource(
            file: ConfigurationFile(path: Self.file, tree: try ConfigurationTree(root)),
            environment: environment,
            options: options
        )
    }

    private static func changed(
        _ json: JSON,
        _ path: ArraySlice<Substring>,
        _ value: JSON?
    ) -> JSON {
        guard let name = path.first.map(String.init) else { return value ?? .null }
        var members: [JSON.Member] = []
        if case .object(let known) = json { members = known }
        let old = members.first { $0.name == name }?.value ?? [:]
        members.removeAll { $0.name == name }
        let new = changed(old, path.dropFirst(), value)
        members.append(JSON.Member(name: name, value: new))
        return .object(members)
    }
}
