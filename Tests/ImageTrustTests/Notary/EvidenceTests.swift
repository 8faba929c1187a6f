import ImageTrust
import RepositorySimulation
import TUFCore
import Testing

@testable import PolicyEngine

/// What a verified repository proves of a question, and what it does not.
@Suite struct EvidenceTests {
    private let world = TrustWorld()
    private static let alice = RoleName.releases.sibling("alice")
    private static let bob = RoleName.releases.sibling("bob")

    private func answer(
        _ subject: TrustQuestion.Subject,
        in repository: SimulatedRepository,
        signers: [SignerRequirement] = []
    ) async throws -> TrustAnswer {
        var repository = repository
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(subject, of: repository, signers: signers)
        return await world.resolver().answer(to: question)
    }

    @Test("a signed tag is proven")
    func signedTag() async throws {
        let answer = try await answer(.tag("1.0"), in: TrustWorld.signedRepository())
        #expect(answer.proof == ["targets/releases 1.0 6105"])
    }

    @Test("a tag that nobody signed is refused as not signed")
    func unsignedTag() async throws {
        let answer = try await answer(.tag("1.1"), in: TrustWorld.signedRepository())
        #expect(answer.refusal == .notSigned)
    }

    @Test("targets/releases comes before targets, and targets answers where it says nothing")
    func releasesFirst() async throws {
        var repository = try TrustWorld.signedRepository()
        repository.add("1.0", TrustWorld.otherDigest, to: .targets)
        repository.add("2.0", TrustWorld.otherDigest, to: .targets)
        let first = try await answer(.tag("1.0"), in: repository)
        #expect(first.proof == ["targets/releases 1.0 6105"])
        let second = try await answer(.tag("2.0"), in: repository)
        #expect(second.targets?.map(\.role) == [.targets])
    }

    @Test("targets does not answer for a targets/releases that has expired")
    func expiredReleases() async throws {
        var repository = try TrustWorld.signedRepository()
        repository.add("1.0", TrustWorld.otherDigest, to: .targets)
        repository.roles[.releases]?.expires = UTCTime(seconds: 1_700_000_000)
        #expect(try await answer(.tag("1.0"), in: repository).refusal == .expired)
    }

    @Test("another delegation than targets/releases does not speak for a policy without signers")
    func otherDelegation() async throws {
        var repository = try TrustWorld.signedRepository()
        try repository.delegate(to: Self.alice)
        repository.add("9", TrustWorld.digest, to: Self.alice)
        #expect(try await answer(.tag("9"), in: repository).refusal == .notSigned)
        #expect(
            try await answer(.digest(TrustWorld.otherDigest), in: repository).refusal == .notSigned
        )
    }

    @Test("a digest is proven by any target that has it, and by nothing else")
    func digest() async throws {
        let repository = try TrustWorld.signedRepository()
        let answer = try await answer(.digest(TrustWorld.digest), in: repository)
        #expect(answer.proof == ["targets/releases 1.0 6105"])
        let other = try await self.answer(.digest(TrustWorld.otherDigest), in: repository)
        #expect(other.refusal == .notSigned)
    }

    @Test("a digest that a tag had before it was released anew is not signed any more")
    func outdatedDigest() async throws {
        var repository = try TrustWorld.signedRepository()
        for tag in ["1.0", "2.0"] { repository.add(tag, TrustWorld.otherDigest, to: .targets) }
        let answer = try await answer(.digest(TrustWorld.otherDigest), in: repository)
        #expect(answer.targets?.map(\.name) == ["2.0"])
    }

    @Test("a tag with a digest is that digest, or refused as the wrong one")
    func tagWithDigest() async throws {
        let repository = try TrustWorld.signedRepository()
        let right = try await answer(.tagWithDigest("1.0", TrustWorld.digest), in: repository)
        #expect(right.targets?.count == 1)
        let wrong = try await answer(.tagWithDigest("1.0", TrustWorld.otherDigest), in: repository)
        #expect(wrong.refusal == .wrongDigest)
    }

    @Test("every signer's role must hold the target, and one that does not is named")
    func allSigners() async throws {
        var repository = try TrustWorld.signedRepository()
        try repository.delegate(to: Self.alice)
        try repository.delegate(to: Self.bob)
        repository.add("1.0", TrustWorld.digest, to: Self.alice)
        let signers = try [Self.alice, Self.bob]
            .map {
                try TrustWorld.signer($0, in: repository)
            }
        #expect(
            try await answer(.tag("1.0"), in: repository, signers: signers).refusal
                == .signerMissing
        )
        repository.add("1.0", TrustWorld.digest, to: Self.bob)
        let world = TrustWorld()
        try await world.server.serve(&repository)
        let question = try TrustWorld.question(of: repository, signers: signers)
        let answer = await world.resolver().answer(to: question)
        #expect(answer.targets?.map(\.role) == [Self.alice, Self.bob])
    }

    @Test("signers that disagree on the digest prove nothing")
    func disagreement() async throws {
        var repository = try TrustWorld.signedRepository()
        for (role, digest) in [
            (Self.alice, TrustWorld.digest), (Self.bob, TrustWorld.otherDigest),
        ] {
            try repository.delegate(to: role)
            repository.add("1.0", digest, to: role)
        }
        let signers = try [Self.alice, Self.bob]
            .map {
                try TrustWorld.signer($0, in: repository)
            }
        let answer = try await answer(.tag("1.0"), in: repository, signers: signers)
        #expect(answer.refusal == .wrongDigest)
    }

    @Test("a signer's key that is listed but did not sign is not enough")
    func listedIsNotSigned() async throws {
        var repository = try TrustWorld.signedRepository()
        let keys: [SigningKey] = try [.generated(), .generated()]
        try repository.delegate(to: Self.alice, keys: keys)
        repository.roles[Self.alice]?.signers = [keys[1]]
        repository.add("1.0", TrustWorld.digest, to: Self.alice)
        let signer = try TrustWorld.signer(Self.alice, in: repository)
        let answer = try await answer(.tag("1.0"), in: repository, signers: [signer])
        #expect(answer.refusal == .signerMissing)
    }

    @Test("a signer's role that is not there is not made up for by targets or releases")
    func missingRole() async throws {
        var repository = try TrustWorld.signedRepository()
        repository.add("1.0", TrustWorld.digest, to: .targets)
        let signer = SignerRequirement(
            role: Self.alice,
            publicKey: try TrustWorld.signer(.releases, in: repository).publicKey,
            secret: "team/alice"
        )
        for subject in [TrustQuestion.Subject.tag("1.0"), .digest(TrustWorld.digest)] {
            let answer = try await answer(subject, in: repository, signers: [signer])
            #expect(answer.refusal == .signerMissing)
        }
    }
}

extension RoleName {
    /// `targets/<name>`, for names a test is sure of.
    fileprivate func sibling(_ name: String) -> RoleName {
        do { return try RoleName("targets/\(name)") } catch { return self }
    }
}
