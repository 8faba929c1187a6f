import RepositorySimulation
import TUFCore

extension SimulatedRepository {
    /// 2026-11-23.
    static let start = UpdateStartTime(UTCTime(seconds: 1_795_392_000))

    mutating func update(
        from beginning: UpdateBeginning? = nil,
        notBelow floors: VersionFloors = VersionFloors(),
        limits: UpdateLimits = UpdateLimits()
    ) async throws -> Result<TrustedRepository, UpdateError> {
        let files = try await files().mapValues { FetchResult.bytes($0) }
        return update(files: files, from: beginning, notBelow: floors, limits: limits)
    }

    func update(
        files: [String: FetchResult],
        from beginning: UpdateBeginning? = nil,
        notBelow floors: VersionFloors = VersionFloors(),
        limits: UpdateLimits = UpdateLimits()
    ) -> Result<TrustedRepository, UpdateError> {
        var server = MetadataServer(files)
        let workflow = UpdateWorkflow(
            from: beginning ?? .pin(.trustOnFirstUse, rules: AnyRootKeyRules(gun: gun)),
            notBelow: floors,
            at: Self.start,
            limits: limits
        )
        return server.run(workflow).result
    }

    mutating func updateError(
        from beginning: UpdateBeginning? = nil,
        notBelow floors: VersionFloors = VersionFloors(),
        limits: UpdateLimits = UpdateLimits()
    ) async -> UpdateError? {
        do {
            _ = try await update(from: beginning, notBelow: floors, limits: limits).get()
            return nil
        } catch {
            return error as? UpdateError
        }
    }

    func updateError(
        files: [String: FetchResult],
        from beginning: UpdateBeginning? = nil
    ) -> UpdateError? {
        guard case .failure(let error) = update(files: files, from: beginning) else { return nil }
        return error
    }
}
