import NotaryClient
import TUFCore

@testable import ImageTrust

extension TemporaryTrustFolder {
    /// A well-formed state file of a repository that no test asks about.
    static var foreignState: [UInt8] {
        do {
            let key = RepositoryKey(
                server: try HTTPURL(parsing: TrustWorld.server),
                gun: try GUN("another/repository"),
                anchor: .trustOnFirstUse,
                namespace: nil
            )
            let state = TrustState(root: [], floors: VersionFloors())
            return try TrustStateFile.bytes(of: state, key)
        } catch {
            return []
        }
    }
}
