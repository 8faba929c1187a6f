import Foundation
import NotaryClient
import RepositorySimulation
import Synchronization
import TUFCore

@testable import ImageTrust
@testable import PolicyEngine

/// A trust server with one repository, a clock that a test sets, and a store.
final class TrustWorld: Sendable {
    static let server = "https://notary.example.com"
    static let digest = HashAlgorithm.sha256.digest(of: Array("image".utf8))
    static let otherDigest = HashAlgorithm.sha256.digest(of: Array("another".utf8))

    let server = SimulatedServer()
    let store = MemoryTrustStateStore()
    private let time = Mutex(UTCTime(seconds: 1_800_000_000))

    /// A resolver that remembers in `store`, the world's own by default.
    func resolver(
        _ options: ImageTrustOptions = ImageTrustOptions(),
        store: (any TrustStateStore)? = nil
    ) -> TrustResolver {
        TrustResolver(
            transport: server,
            store: store ?? self.store,
            options: options,
            rules: { AnyRootKeyRules(gun: $0) },
            now: { [self] in time.withLock { $0 } }
        )
    }

    /// Lets the clock run, or sets it back.
    func pass(seconds: Int) {
        time.withLock { $0 = $0.adding(seconds: seconds) }
    }

    /// A question about the simulated repository.
    static func question(
        _ subject: TrustQuestion.Subject = .tag("1.0"),
        of repository: SimulatedRepository,
        signers: [SignerRequirement] = [],
        pin: TrustPinPolicy = .unpinned,
        scope: String? = nil,
        credentials: [RegistryCredential] = []
    ) throws -> TrustQuestion {
        TrustQuestion(
            server: try TrustServer(parsing: server),
            gun: repository.gun,
            subject: subject,
            signers: signers,
            pin: pin,
            scope: scope,
            credentials: credentials
        )
    }

    /// A repository with `1.0` in `targets/releases`.
    static func signedRepository() throws -> SimulatedRepository {
        var repository = try SimulatedRepository()
        try repository.delegate(to: .releases)
        repository.add("1.0", digest, to: .releases)
        return repository
    }

    /// The requirement that a delegation of the repository be signed by its own first key.
    static func signer(
        _ role: RoleName,
        in repository: SimulatedRepository
    ) throws -> SignerRequirement {
        guard let key = repository.roles[role]?.keys.first?.key.publicKey else {
            throw CocoaError(.featureUnsupported)
        }
        return SignerRequirement(role: role, publicKey: key, secret: "team/signer")
    }
}

extension TrustResolver {
    /// The answer to one question, with all the time it needs.
    func answer(to question: TrustQuestion) async -> TrustAnswer {
        await answers(to: [question], before: .now + .seconds(600))[question]
            ?? .unavailable("no answer")
    }
}

extension TrustAnswer {
    var targets: [TrustedTarget]? {
        if case .proven(let targets, _) = self { targets } else { nil }
    }

    var warnings: [String] {
        if case .proven(_, let warnings) = self { warnings } else { [] }
    }

    var refusal: TrustRefusal.Reason? {
        if case .refused(let refusal) = self { refusal.reason } else { nil }
    }

    var isUnavailable: Bool {
        if case .unavailable = self { true } else { false }
    }

    /// Role, tag and SHA-256 of every target that proves it.
    var proof: [String] {
        (targets ?? [])
            .map {
                "\($0.role) \($0.name) \($0.file.hashes[.sha256]?.hex.prefix(4) ?? "")"
            }
    }
}
