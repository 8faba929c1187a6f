import PolicyEngine
import TUFCore

/// Answers a question from a repository that was verified.
struct NotaryEvidence: Sendable {
    let repository: VerifiedRepository
    let question: TrustQuestion

    /// The delegated roles that a question is answered from, beside `targets`.
    static func roles(for question: TrustQuestion) -> Set<RoleName> {
        question.signers.isEmpty ? [.releases] : Set(question.signers.map(\.role))
    }

    /// The targets that prove it.
    ///
    /// - Throws: ``TrustRefusal``.
    func targets() throws(TrustRefusal) -> [TrustedTarget] {
        guard !question.signers.isEmpty else { return try released() }
        var targets: [TrustedTarget] = []
        for signer in question.signers { targets += try signed(by: signer) }
        try checkAgreement(of: targets)
        return targets
    }

    /// Docker's order: `targets/releases` first, then `targets`.
    private func released() throws(TrustRefusal) -> [TrustedTarget] {
        try checkUsable(.releases, else: .invalid)
        switch question.subject {
        case .tag(let tag): return [try released(tag)]
        case .tagWithDigest(let tag, let digest):
            let target = try released(tag)
            try check(target, has: digest)
            return [target]
        case .digest(let digest):
            return try released(digest)
        }
    }

    /// A tag of `targets` that `targets/releases` has as well no longer stands for its old digest.
    private func released(_ digest: Digest) throws(TrustRefusal) -> [TrustedTarget] {
        var found: [TrustedTarget] = []
        for target in try targets(with: digest, in: .releases) + targets(with: digest, in: .targets)
        {
            if try released(target.name).role == target.role { found.append(target) }
        }
        guard !found.isEmpty else { throw notSigned(in: "targets/releases or targets") }
        return found
    }

    private func released(_ tag: String) throws(TrustRefusal) -> TrustedTarget {
        for role in [RoleName.releases, .targets] {
            if let target = try target(tag, in: role) { return target }
        }
        throw notSigned(in: "targets/releases or targets")
    }

    /// What one signer's own role says; being listed as a key is not enough, it must have signed.
    private func signed(by signer: SignerRequirement) throws(TrustRefusal) -> [TrustedTarget] {
        try checkUsable(signer.role, else: .signerMissing)
        let found: [TrustedTarget]
        switch question.subject {
        case .tag(let tag): found = try target(tag, in: signer.role).map { [$0] } ?? []
        case .tagWithDigest(let tag, let digest):
            found = try target(tag, in: signer.role).map { [$0] } ?? []
            for target in found { try check(target, has: digest) }
        case .digest(let digest): found = try targets(with: digest, in: signer.role)
        }
        guard let first = found.first else {
            throw TrustRefusal(
                .signerMissing,
                "\(signer.role) of \(question.gun) does not sign \(question.subject)"
            )
        }
        guard first.signers.contains(where: { $0.publicKey == signer.publicKey }) else {
            throw TrustRefusal(
                .signerMissing,
                "\(signer.role) of \(question.gun) must be signed by key \(signer.keyID) of Secret "
                    + "\(signer.secret), it is signed by "
                    + first.signers.map(\.canonicalID.hex).sorted().joined(separator: ", ")
            )
        }
        return found
    }

    private func checkAgreement(of targets: [TrustedTarget]) throws(TrustRefusal) {
        let digests = Set(targets.compactMap { $0.file.hashes[.sha256] })
        guard digests.count > 1 else { return }
        let said = targets.map { target in
            "\(target.role) says sha256:\(target.file.hashes[.sha256]?.hex ?? "none")"
        }
        throw TrustRefusal(
            .wrongDigest,
            "the signers of \(question.subject) disagree: \(said.joined(separator: ", "))"
        )
    }

    private func check(_ target: TrustedTarget, has digest: Digest) throws(TrustRefusal) {
        guard target.file.hashes[digest.algorithm] != digest else { return }
        let signed = target.file.hashes[digest.algorithm].map(\.hex) ?? "none"
        throw TrustRefusal(
            .wrongDigest,
            "\(target.role) of \(question.gun) signs tag \(target.name) as "
                + "\(digest.algorithm.rawValue):\(signed), not :\(digest.hex)"
        )
    }

    /// Refuses when a role is delegated to but its file cannot be trusted: what stands above it
    /// must not answer in its place.
    private func checkUsable(
        _ role: RoleName,
        else reason: TrustRefusal.Reason
    ) throws(TrustRefusal) {
        switch repository.repository.untrusted[role] {
        case nil, .notInSnapshot: return
        case .expired?:
            throw TrustRefusal(.expired, "\(role) of \(question.gun) has expired")
        case .rollback(let role, let known, let found)?:
            throw TrustRefusal(
                .rollback,
                "\(role) of \(question.gun) has version \(found), known is \(known)"
            )
        case let error?:
            throw TrustRefusal(reason, "\(role) of \(question.gun): \(error)")
        }
    }

    private func target(_ tag: String, in role: RoleName) throws(TrustRefusal) -> TrustedTarget? {
        let found: TrustedTarget?
        do { found = try repository.target(named: tag, in: role) } catch {
            throw TrustRefusal(.invalid, error.description)
        }
        guard let found else { return nil }
        guard found.file.hashes[.sha256] != nil else {
            throw TrustRefusal(.invalid, "\(role) of \(question.gun) lists no SHA-256 for \(tag)")
        }
        return found
    }

    private func targets(
        with digest: Digest,
        in role: RoleName
    ) throws(TrustRefusal) -> [TrustedTarget] {
        do { return try repository.targets(with: digest, in: role) } catch {
            throw TrustRefusal(.invalid, error.description)
        }
    }

    private func notSigned(in roles: String) -> TrustRefusal {
        TrustRefusal(.notSigned, "no \(question.subject) in \(roles) of \(question.gun)")
    }
}
