import NotaryService
import NotaryTesting
import TUFCore

extension TestPublisher {
    /// The root of this version.
    func root(version: Int) async throws -> [UInt8] {
        var root = root
        root.version = version
        return try await root.bytes(signedBy: [rootKey])
    }

    /// The targets of this version.
    func targets(version: Int) async throws -> [UInt8] {
        try await targetsPart(version: version).bytes
    }

    /// The upload of root and targets; the server adds the rest.
    func upload(version: Int) async throws -> Multipart {
        try await Multipart().part("root", root(version: version))
            .part("targets", targets(version: version))
    }
}
