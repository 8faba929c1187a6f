public import TUFCore

/// Targets that answer a question, held against it once more.
public struct TrustProof: Sendable {
    /// The digest all of them have.
    public let digest: Digest
    /// The targets; never empty.
    public let targets: [TrustedTarget]

    /// Checks that verified targets prove what was asked, and not something near it.
    ///
    /// - Parameters:
    ///   - targets: what the answer brought.
    ///   - question: what was asked.
    ///   - tag: the tag they must be for, when the question leaves it open; nil for any.
    /// - Throws: ``TrustRefusal``, which says what does not fit.
    init(
        _ targets: [TrustedTarget],
        answering question: TrustQuestion,
        tag: String? = nil
    ) throws(TrustRefusal) {
        let named = targets.filter { tag == nil || $0.name == tag }
        guard let first = named.first else {
            throw TrustRefusal(.notSigned, "no target answers for \(question.subject)")
        }
        digest = try Self.digest(of: first)
        for target in named {
            try Self.checkName(target, question)
            try Self.checkDigest(target, self.digest, question)
        }
        self.targets = try Self.checkSigners(named, question)
    }

    private static func digest(of target: TrustedTarget) throws(TrustRefusal) -> Digest {
        guard let digest = target.file.hashes[.sha256] else {
            throw TrustRefusal(.invalid, "target \(target.name) of \(target.role) has no sha256")
        }
        return digest
    }

    /// The repository and the tag are those asked for.
    private static func checkName(
        _ target: TrustedTarget,
        _ question: TrustQuestion
    ) throws(TrustRefusal) {
        guard target.gun == question.gun else {
            throw TrustRefusal(.invalid, "asked for \(question.gun), \(target.gun) answered")
        }
        switch question.subject {
        case .digest: break
        case .tag(let tag), .tagWithDigest(let tag, _):
            guard target.name == tag else {
                throw TrustRefusal(.invalid, "asked for tag \(tag), found tag \(target.name)")
            }
        }
    }

    /// All targets have one digest, and the one in the reference if there is one.
    private static func checkDigest(
        _ target: TrustedTarget,
        _ common: Digest,
        _ question: TrustQuestion
    ) throws(TrustRefusal) {
        let found = try digest(of: target)
        guard found == common else {
            throw TrustRefusal(.wrongDigest, "the signers name both \(common) and \(found)")
        }
        switch question.subject {
        case .tag: break
        case .digest(let wanted), .tagWithDigest(_, let wanted):
            guard found == wanted else {
                throw TrustRefusal(
                    .wrongDigest,
                    "\(target.role) names \(found), the image is \(wanted)"
                )
            }
        }
    }

    /// Each signer's key signed the signer's own role; without signers, a role that speaks for
    /// released tags did.
    private static func checkSigners(
        _ targets: [TrustedTarget],
        _ question: TrustQuestion
    ) throws(TrustRefusal) -> [TrustedTarget] {
        guard !question.signers.isEmpty else {
            guard targets.allSatisfy({ [.releases, .targets].contains($0.role) }) else {
                throw TrustRefusal(.notSigned, "neither targets/releases nor targets answered")
            }
            return targets
        }
        var proofs: [TrustedTarget] = []
        for signer in question.signers {
            guard let target = targets.first(where: { $0.role == signer.role }) else {
                throw TrustRefusal(.signerMissing, "\(signer.role) has not signed it")
            }
            guard target.signers.contains(where: { $0.publicKey == signer.publicKey }) else {
                let seen = target.signers.map(\.canonicalID.hex).joined(separator: ", ")
                throw TrustRefusal(
                    .signerMissing,
                    "\(signer.role) is signed by key \(seen), wanted is \(signer.keyID)"
                )
            }
            proofs.append(target)
        }
        return proofs
    }
}
