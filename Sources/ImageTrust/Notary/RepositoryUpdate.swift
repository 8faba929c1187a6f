import NotaryClient
import TUFCore

/// One update of one repository, from what is remembered of it to what is proven now.
struct RepositoryUpdate: Sendable {
    let transport: any HTTPTransport
    let store: any TrustStateStore
    let files: FileCache
    let options: ImageTrustOptions
    /// Which root keys of a repository may count at all.
    let rules: @Sendable (GUN) -> any RootKeyRules

    /// Fetches and verifies what `need` names, every expiry at `time`, and remembers it.
    func run(
        _ need: RepositoryNeed,
        at time: UTCTime
    ) async -> Result<VerifiedRepository, RepositoryFailure> {
        do {
            let known = try await store.state(of: need.key)
            return .success(try await verified(need, from: known, at: time))
        } catch let error as TrustStateError {
            return .failure(.state(error))
        } catch UpdateFailure<TrustStateError>.notKept(let error) {
            return .failure(.state(error))
        } catch UpdateFailure<TrustStateError>.aborted(.unavailable(_, let text)) {
            return .failure(.unavailable(text))
        } catch UpdateFailure<TrustStateError>.aborted(let error) {
            return .failure(.refused(error))
        } catch {
            return .failure(.unavailable(String(describing: error)))
        }
    }

    private func verified(
        _ need: RepositoryNeed,
        from known: TrustState?,
        at time: UTCTime
    ) async throws -> VerifiedRepository {
        let workflow = UpdateWorkflow(
            from: try beginning(need.key, known),
            notBelow: known?.floors ?? VersionFloors(),
            at: UpdateStartTime(time),
            fetching: .only(need.roles)
        )
        let repository = try await UpdateDriver(fetcher: fetcher(for: need))
            .run(workflow) {
                (root, floors) async throws(TrustStateError) in
                try await store.keep(TrustState(root: root, floors: floors), of: need.key)
            }
        let state = TrustState(
            root: repository.root.trusted.verified.rawBytes,
            floors: repository.floors
        )
        if state != known { try await store.keep(state, of: need.key) }
        return VerifiedRepository(
            repository,
            verifiedAt: time,
            roles: need.roles,
            isFirstUse: known == nil && need.key.anchor == .trustOnFirstUse
        )
    }

    private func beginning(
        _ key: RepositoryKey,
        _ known: TrustState?
    ) throws -> UpdateBeginning {
        let rules = rules(key.gun)
        guard let known else { return .pin(key.anchor, rules: rules) }
        do {
            let root = try Unverified<Root>(parsing: known.root, as: .root, in: .notary)
            return .known(try root.trustedAsPersisted(rules: rules))
        } catch {
            throw TrustStateError.corrupt(
                path: "the remembered root of \(key.gun)",
                reason: String(describing: error)
            )
        }
    }

    private func fetcher(for need: RepositoryNeed) -> CachingFetcher {
        let session = NotarySession(
            server: need.key.server,
            gun: need.key.gun,
            credentials: need.identity.credentials,
            realms: options.realms,
            transport: transport,
            deadline: .now + options.updateTimeout
        )
        let origin = FileCache.Origin(
            server: need.key.server.description,
            gun: need.key.gun,
            identity: need.identity
        )
        return CachingFetcher(fetcher: session, cache: files, origin: origin)
    }
}
