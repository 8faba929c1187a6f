import Foundation
import PolicyEngine
import TUFCore

/// A repository that Debian's `notary` published: `1.0` in `targets/releases` and `targets/alice`,
/// `bare` in `targets` only.
struct SignedCollection: Sendable {
    static let name = "registry.example.com/shop/web"

    /// The SHA-256 of what `1.0` names, hexadecimal.
    let digest: String
    /// The id of the root key, as `notary key list` shows it.
    let rootKeyID: String
    /// Alice's public key, PEM.
    let alice: String
    private let server: String

    /// Publishes to the Notary server at `url`.
    init(publishedTo url: String, authority: String? = nil) async throws {
        let owner = try NotaryCLI(server: url, authority: authority)
        let name = Self.name
        let signer = try await owner.makeSigner("alice")
        try await owner("init", "--publish", name)
        try await owner("key", "rotate", name, "snapshot", "-r")
        for role in ["targets/releases", "targets/alice"] {
            try await owner("delegation", "add", name, role, signer.certificate, "--all-paths")
        }
        try await owner("publish", name)
        try await owner("key", "import", signer.key, "--role", "delegate")
        try owner.home.write("a manifest\n", to: "manifest")
        for role in ["targets/releases", "targets/alice"] {
            try await owner("add", name, "1.0", "manifest", "--roles", role)
        }
        try await owner("add", name, "bare", "manifest")
        try await owner("publish", name)
        server = url
        digest = HashAlgorithm.sha256.digest(of: Array("a manifest\n".utf8)).hex
        let keys = try await owner("key", "list").split(separator: "\n")
        let rootKey = keys.first { $0.hasPrefix("root ") }?.split(separator: " ").dropFirst().first
        rootKeyID = rootKey.map { String($0) } ?? ""
        alice = try await Tool.openssl
            .succeed(
                ["x509", "-in", signer.certificate, "-noout", "-pubkey"],
                home: owner.home
            )
            .standardOutput
    }

    /// Manifests that demand alice's signature, under the pinned root or another one.
    func manifests(rootKeyID: String? = nil) -> String {
        let pin = rootKeyID ?? self.rootKeyID
        let name = Base64.encode(Array("alice".utf8))
        let key = Base64.encode(Array(alice.utf8))
        return """
            apiVersion: portieris.cloud.ibm.com/v1
            kind: ImagePolicy
            metadata: {name: signed-by-alice, namespace: smoke}
            spec:
              repositories:
              - name: "registry.example.com/*"
                policy:
                  trust:
                    enabled: true
                    trustServer: \(server)
                    signerSecrets: [{name: alice}]
                    trustPinning: {certs: ["\(pin)"]}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: alice, namespace: smoke}
            data:
              name: \(name)
              publicKey: \(key)
            """
    }

    /// Manifests that demand any signature and pin nothing.
    func manifestsWithoutPin() -> String {
        """
        apiVersion: portieris.cloud.ibm.com/v1
        kind: ClusterImagePolicy
        metadata: {name: signed}
        spec:
          repositories:
          - {name: "*", policy: {trust: {enabled: true, trustServer: "\(server)"}}}
        """
    }

    /// A review that a real API server sent, with `image` in place of its images.
    static func review(_ recorded: String, image: String) throws -> String {
        let file = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("PolicyEngineTests/Vectors/admission-reviews/\(recorded).json")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return text.replacing(/"image":\s*"[^"]*"/, with: #""image":"\#(image)""#)
    }
}
