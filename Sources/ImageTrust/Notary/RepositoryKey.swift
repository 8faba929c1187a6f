public import NotaryClient
public import TUFCore

/// Whose trust state: a repository as one trust anchor sees it.
///
/// What was proven under one anchor says nothing under another, so the anchor is part of the key;
/// so is the namespace where its policy chose the server, or where the anchor is first use, so
/// that no namespace can choose the first root for another.
public struct RepositoryKey: Hashable, Sendable {
    /// The trust server.
    public let server: HTTPURL
    /// The repository's name there.
    public let gun: GUN
    /// What makes its first root trusted.
    public let anchor: TrustPin
    /// The namespace the state is for; nil when it is for the whole cluster.
    public let namespace: String?

    /// Makes a key.
    public init(server: HTTPURL, gun: GUN, anchor: TrustPin, namespace: String?) {
        self.server = server
        self.gun = gun
        self.anchor = anchor
        self.namespace = namespace
    }

    /// The key as it is written into files; equal for equal keys.
    var json: JSON {
        .object([
            .init(name: "anchor", value: .string(anchorText)),
            .init(name: "gun", value: .string(gun.name)),
            .init(name: "namespace", value: namespace.map { .string($0) } ?? .null),
            .init(name: "server", value: .string(server.description)),
        ])
    }

    /// A short name that no two keys share.
    var digest: Digest {
        // Length before each part: no two lists of parts give the same bytes.
        let parts = [server.description, gun.name, anchorText, namespace.map { "/\($0)" } ?? ""]
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return HashAlgorithm.sha256.digest(of: Array(text.utf8))
    }

    private var anchorText: String {
        switch anchor {
        case .trustOnFirstUse: "first use"
        case .nothing: "nothing"
        case .keyIDs(let ids): "keys " + ids.map(\.hex).sorted().joined(separator: " ")
        case .authorities(let authorities):
            "authorities "
                + authorities.map { HashAlgorithm.sha256.digest(of: $0.der).hex }
                .sorted().joined(separator: " ")
        }
    }
}
