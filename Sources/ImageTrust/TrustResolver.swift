public import NotaryClient
public import PolicyEngine
public import TUFCore

/// Answers the trust questions of admission plans from Notary servers.
///
/// One for the process: it keeps what was verified, and shares what is being fetched.
public struct TrustResolver: Sendable {
    private let repositories: RepositoryResolver
    private let options: ImageTrustOptions

    /// Makes a resolver that knows nothing yet but what `store` remembers.
    ///
    /// `now` is the wall clock: everything's expiry and age is measured with it.
    public init(
        transport: any HTTPTransport,
        store: any TrustStateStore,
        options: ImageTrustOptions,
        now: @escaping @Sendable () -> UTCTime
    ) {
        self.init(
            transport: transport,
            store: store,
            options: options,
            rules: { NotaryRootRules(gun: $0) },
            now: now
        )
    }

    /// As the public one, for repositories whose root keys follow other rules.
    init(
        transport: any HTTPTransport,
        store: any TrustStateStore,
        options: ImageTrustOptions,
        rules: @escaping @Sendable (GUN) -> any RootKeyRules,
        now: @escaping @Sendable () -> UTCTime
    ) {
        self.options = options
        repositories = RepositoryResolver(
            update: RepositoryUpdate(
                transport: transport,
                store: store,
                files: FileCache(limit: options.fileCacheBytes),
                options: options,
                rules: rules
            ),
            options: options,
            now: now
        )
    }

    /// Answers all questions at once, a bounded number at a time.
    ///
    /// Whatever has no answer at `deadline` is said to be unavailable; the fetching goes on for
    /// those who ask next.
    public func answers(
        to questions: [TrustQuestion],
        before deadline: ContinuousClock.Instant
    ) async -> [TrustQuestion: TrustAnswer] {
        await withTaskGroup(of: (TrustQuestion, TrustAnswer).self) { group in
            var answers: [TrustQuestion: TrustAnswer] = [:]
            var waiting = questions.makeIterator()
            for question in waiting.prefix(options.concurrency) {
                group.addTask { (question, await answer(to: question, before: deadline)) }
            }
            for await (question, answer) in group {
                answers[question] = answer
                if let next = waiting.next() {
                    group.addTask { (next, await self.answer(to: next, before: deadline)) }
                }
            }
            return answers
        }
    }

    /// Ends what is still being fetched.
    public func shutdown() async { await repositories.cancelAll() }

    private func answer(
        to question: TrustQuestion,
        before deadline: ContinuousClock.Instant
    ) async -> TrustAnswer {
        do {
            let need = try need(of: question)
            return answer(to: question, from: try await resolution(of: need, before: deadline))
        } catch let refusal as TrustRefusal {
            return .refused(refusal)
        } catch {
            return .unavailable(
                "\(question.gun) at \(question.server): no answer from the trust server in time"
            )
        }
    }

    /// The resolution of a need; known data goes out with a warning when the server takes long.
    private func resolution(
        of need: RepositoryNeed,
        before deadline: ContinuousClock.Instant
    ) async throws -> RepositoryResolution {
        let repositories = self.repositories
        var end = deadline
        var fallback: RepositoryResolution?
        switch await repositories.standing(of: need) {
        case .fresh(let known): return .verified(known, warnings: [])
        case .stale(let known):
            end = min(deadline, .now + options.refreshPatience)
            let warning =
                "trust data of \(need.key.gun) is from \(known.verifiedAt): no answer in time"
            fallback = .verified(known, warnings: [warning])
        case .unknown: break
        }
        let resolution = try await Deadline.run(before: end) {
            try await repositories.resolution(of: need)
        }
        guard let resolution = resolution ?? fallback else { throw CancellationError() }
        return resolution
    }

    private func answer(
        to question: TrustQuestion,
        from resolution: RepositoryResolution
    ) -> TrustAnswer {
        switch resolution {
        case .failed(let failure): return failure.answer(about: question)
        case .verified(let repository, var warnings):
            if repository.isFirstUse {
                warnings.append("first use of \(question.gun): its root is not pinned, now kept")
            }
            do {
                let evidence = NotaryEvidence(repository: repository, question: question)
                return .proven(try evidence.targets(), warnings: warnings)
            } catch {
                return .refused(error)
            }
        }
    }

    private func need(of question: TrustQuestion) throws(TrustRefusal) -> RepositoryNeed {
        let server: HTTPURL
        do { server = try HTTPURL(parsing: question.server.url) } catch {
            throw TrustRefusal(.invalid, "the trust server's URL: \(error)")
        }
        let key = RepositoryKey(
            server: server,
            gun: question.gun,
            anchor: try anchor(of: question),
            namespace: question.scope
        )
        return RepositoryNeed(
            key: key,
            identity: CredentialIdentity(question.credentials),
            roles: NotaryEvidence.roles(for: question)
        )
    }

    private func anchor(of question: TrustQuestion) throws(TrustRefusal) -> TrustPin {
        switch question.pin {
        case .keyIDs(let ids): return .keyIDs(ids)
        case .authorities(let authorities): return .authorities(authorities)
        case .unpinned:
            guard !options.requiresPins else {
                throw TrustRefusal(.unpinned, "no root of \(question.gun) is pinned by the policy")
            }
            return .trustOnFirstUse
        }
    }
}
