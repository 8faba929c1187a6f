import TUFCore

/// Plans the images of one request: which policies govern each, and what to ask.
struct ImagePlanner {
    let policies: PolicySet
    let namespace: String
    /// The credentials of the pod, for all registries.
    let credentials: [RegistryCredential]

    /// What is to be done about what stands in an image field.
    func course(for image: String?) -> (ImageReference?, PlannedImage.Course) {
        guard let image else {
            return (nil, .refused(DenialReason(.unreadableImage, "no image is given")))
        }
        do {
            let reference = try ImageReference(parsing: image)
            return (reference, course(for: reference))
        } catch {
            return (nil, .refused(DenialReason(.unreadableImage, error.description)))
        }
    }

    private func course(for reference: ImageReference) -> PlannedImage.Course {
        switch policies.governance(of: reference, in: namespace) {
        case .none(let code, let text):
            return .refused(DenialReason(code, text))
        case .governed(let governors, let choice, let forTags):
            return .judged(
                governing: governors.flatMap { checks(of: $0, for: reference) },
                reason: choice?.description,
                forTags: forTags.map {
                    let checks = checks(of: $0, for: reference, tag: $0.pattern.literalTag)
                    return PolicyForTags(pattern: $0.pattern, checks: checks)
                }
            )
        }
    }

    private func checks(
        of policy: RepositoryPolicy,
        for reference: ImageReference,
        tag: String? = nil
    ) -> [PlannedCheck] {
        switch policy.content {
        case .unaccepted(let flaw):
            let rule = PlannedCheck.Rule.impossible(
                .unreadablePolicy,
                rule: "policy",
                "it was not accepted: \(flaw)"
            )
            return [PlannedCheck(policy: policy, rule: rule)]
        case .accepted(let accepted):
            guard !accepted.requirements.isEmpty else {
                return [PlannedCheck(policy: policy, rule: .exempt)]
            }
            return accepted.requirements.map {
                PlannedCheck(policy: policy, rule: rule($0, of: policy, for: reference, tag: tag))
            }
        }
    }

    private func rule(
        _ requirement: Requirement,
        of policy: RepositoryPolicy,
        for reference: ImageReference,
        tag: String?
    ) -> PlannedCheck.Rule {
        switch requirement {
        case .acceptAnything: return .acceptAnything
        case .reject: return .reject
        case .unsupported(let what):
            return .impossible(.unsupportedRule, rule: what, "this version cannot check \(what)")
        case .trust(let trust):
            do {
                let subject = subject(of: reference, tag: tag)
                return .trust(try question(trust, policy.id, reference, subject))
            } catch {
                return .impossible(.policyIncomplete, rule: "trust", error.text)
            }
        }
    }

    private func subject(of reference: ImageReference, tag: String?) -> TrustQuestion.Subject {
        switch (reference.tag ?? tag, reference.digest) {
        case (let tag?, let digest?): .tagWithDigest(tag, digest)
        case (nil, let digest?): .digest(digest)
        case (let tag, nil): .tag(tag ?? "latest")
        }
    }

    private func question(
        _ trust: TrustRequirement,
        _ policy: PolicyID,
        _ reference: ImageReference,
        _ subject: TrustQuestion.Subject
    ) throws(Unaskable) -> TrustQuestion {
        guard let server = trust.server ?? TrustServer.known(for: reference.host) else {
            throw Unaskable("no trust server is known for \(reference.host); set trustServer")
        }
        let gun: GUN
        do {
            gun = try GUN(reference.name)
        } catch {
            throw Unaskable(error.description)
        }
        return TrustQuestion(
            server: server,
            gun: gun,
            subject: subject,
            signers: try signers(trust.signerSecrets),
            pin: trust.pin,
            scope: policy.namespace,
            credentials: credentials.filter { $0.host == reference.host }
        )
    }

    /// The signers, from Secrets of the namespace that the images are to run in.
    private func signers(_ names: [String]) throws(Unaskable) -> [SignerRequirement] {
        var signers: [SignerRequirement] = []
        for name in names {
            let id = NamespacedName(namespace: namespace, name: name)
            switch policies.secrets[id]?.signer {
            case nil: throw Unaskable("the signer secret `\(id)` is not there")
            case .unusable(let reason)?:
                throw Unaskable("the signer secret `\(id)` is of no use: \(reason)")
            case .usable(let signer)?: signers.append(signer)
            }
        }
        return signers
    }

    /// Why a policy's trust cannot even be asked for.
    private struct Unaskable: Error {
        let text: String

        init(_ text: String) { self.text = text }
    }
}
