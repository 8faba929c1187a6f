import NotaryClient
import TUFCore

/// Our own verifying client, which has seen nothing yet.
enum OwnClient {
    /// Proves what it can of a repository, the first root believed as it is.
    ///
    /// - Parameters:
    ///   - gun: the repository.
    ///   - url: the server's.
    ///   - floors: what was trusted before.
    /// - Returns: what is proven.
    /// - Throws: why the repository is refused.
    static func read(
        _ gun: String,
        at url: String,
        notBelow floors: VersionFloors = VersionFloors()
    ) async throws -> TrustedRepository {
        let gun = try GUN(gun)
        let transport = try AsyncHTTPTransport()
        let session = NotarySession(
            server: try HTTPURL(parsing: url),
            gun: gun,
            credentials: [],
            realms: RealmRule(),
            transport: transport,
            deadline: .now + .seconds(30)
        )
        let workflow = UpdateWorkflow(
            from: .pin(.trustOnFirstUse, rules: NotaryRootRules(gun: gun)),
            notBelow: floors,
            at: UpdateStartTime(.now)
        )
        do {
            let repository = try await UpdateDriver(fetcher: session)
                .run(workflow) { (_: [UInt8], _: VersionFloors) throws(Never) in }
            await transport.shutdown()
            return repository
        } catch {
            await transport.shutdown()
            throw error
        }
    }
}
