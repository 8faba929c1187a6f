import NotaryService
import NotaryTesting
import TUFCore

/// One publisher, and how far it has come.
struct ChaosPublisher: Sendable {
    let publisher: TestPublisher
    /// The version of the targets that the server has.
    var version: Int

    /// Targets of a version, with a name that says which.
    func targets(version: Int) async throws -> PublicationPart {
        var targets = TestTargets(version: version)
        targets.names = ["v\(version)", "always"]
        return try await targets.part(signedBy: publisher.targetsKey)
    }
}
