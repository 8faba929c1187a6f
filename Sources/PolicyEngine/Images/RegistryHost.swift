/// A registry's host in the one spelling that stands for it.
///
/// Lower case, ports without leading zeros, IPv6 addresses as RFC 5952 writes them, and the names
/// that all mean Docker Hub as `docker.io`. The port 443, which HTTPS has anyway, is left out
/// unless the name would be read as part of a path without it: `registry/app` is at Docker Hub.
public struct RegistryHost: Hashable, Sendable {
    /// Docker Hub, which is meant when a reference names no host.
    public static let dockerHub = RegistryHost(canonical: "docker.io")

    /// The canonical spelling, `registry.example.com:5000`.
    public let name: String

    /// The spelling where it can be nothing but a host: never with the port 443.
    public var nameWithoutDefaultPort: String {
        name.hasSuffix(":443") ? String(name.dropLast(4)) : name
    }

    /// Reads a host with an optional port.
    ///
    /// - Parameter text: `Registry.Example.com:443`, `[::1]:5000`.
    /// - Throws: ``ImageReferenceError/invalidHost(_:)``, ``ImageReferenceError/invalidPort(_:)``.
    public init(parsing text: some StringProtocol) throws(ImageReferenceError) {
        let (host, port) = try Self.split(text)
        let named = try Self.canonicalName(host)
        let base = Self.dockerHubNames.contains(named) && port == nil ? "docker.io" : named
        let written = port ?? (ImageReferenceParts.isHost(base[...]) ? nil : 443)
        name = written.map { "\(base):\($0)" } ?? base
    }

    private init(canonical: String) { name = canonical }

    /// Names of Docker Hub: what users, old configurations and the daemon call it.
    private static let dockerHubNames: Set = [
        "docker.io", "index.docker.io", "registry-1.docker.io",
    ]

    /// The host and the port, nil when it is the one HTTPS has anyway.
    private static func split(
        _ text: some StringProtocol
    ) throws(ImageReferenceError) -> (host: String, port: Int?) {
        let bytes = Array(text.utf8)
        let bracket = bytes.lastIndex(of: UInt8(ascii: "]"))
        guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > (bracket ?? -1) else {
            return (String(text), nil)
        }
        let host = String(decoding: bytes[..<colon], as: UTF8.self)
        let digits = bytes[(colon + 1)...]
        let written = String(decoding: digits, as: UTF8.self)
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit), let port = Int(written),
            (1...65_535).contains(port)
        else { throw .invalidPort(written) }
        return (host, port == 443 ? nil : port)
    }

    private static func canonicalName(_ host: String) throws(ImageReferenceError) -> String {
        if host.hasPrefix("[") {
            guard host.hasSuffix("]"), let address = IPv6Address(host.dropFirst().dropLast())
            else { throw .invalidHost(host) }
            return "[\(address)]"
        }
        let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy(isLabel) else { throw .invalidHost(host) }
        return host.lowercased()
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        guard let first = label.first, let last = label.last else { return false }
        return first.isAlphanumeric && last.isAlphanumeric
            && label.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    }
}

extension RegistryHost: CustomStringConvertible {
    /// The canonical spelling.
    public var description: String { name }
}
